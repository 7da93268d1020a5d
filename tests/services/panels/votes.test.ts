import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { translateInto } from '#app/i18n/translate.server.ts';
import { factSentence } from '#app/services/outcomes/fact-sentence.ts';
import { getNews } from '#app/services/outcomes/get-news.server.ts';
import { getPublicOutcomes } from '#app/services/outcomes/get-public-outcomes.server.ts';
import { voteFacts } from '#app/services/outcomes/vote-facts.ts';
import { recordLeaving } from '#app/services/panel-people/record-leaving.server.ts';
import { getRound } from '#app/services/panels/get-round.server.ts';
import { publishOutcomes } from '#app/services/panels/publish-outcomes.server.ts';
import { readVotes } from '#app/services/panels/read-votes.server.ts';
import { presentVotes, type CountedVote } from '#app/services/panels/present-votes.ts';
import { saveStatement } from '#app/services/panels/save-statement.server.ts';
import { openRound } from '#app/services/panels/open-round.server.ts';
import { today } from '#app/today.ts';
import { panelAskings, panelMembers } from '#db/schema/panel-member.ts';
import { panelVotes } from '#db/schema/panel-statement.ts';
import { panelChannels, panels } from '#db/schema/panel.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import {
  endRound,
  openedPanel,
  revisionOf,
  readyRound,
  roundRevisionOf,
} from '../support/panel-set-up.ts';

const vote = (choice: CountedVote['choice'], people: number, passReason = null) =>
  ({ statementId: 's', choice, passReason, people }) as CountedVote;
const unclear = (people: number): CountedVote => ({
  ...{ statementId: 's', choice: 'pass', passReason: 'unclear', people },
});
const of = (votes: CountedVote[], minimum: number) => presentVotes(['s'], votes, minimum)[0];

it('keeps why people passed apart', () => {
  expect(of([vote('agree', 5), unclear(6)], 5)).toEqual({
    ...{ statementId: 's', people: 11 },
    counts: {
      ...{ agree: 5, disagree: 0 },
      ...{ 'pass-unsure': 0, 'pass-unclear': 6, 'pass-not-for-me': 0 },
    },
  });
});

it('says nothing of a few, nor what would tell it, nor what all answered alike', () => {
  expect(of([vote('agree', 2), vote('disagree', 2)], 5)?.people).toBeNull();
  expect(of([vote('agree', 7), vote('disagree', 6), unclear(1)], 5)).toMatchObject({
    people: 14,
    counts: { agree: 7, disagree: null, 'pass-unclear': null, 'pass-unsure': null },
  });
  expect(of([vote('agree', 8)], 5)).toMatchObject({
    people: 8,
    counts: { agree: null, disagree: null },
  });
  expect(of([], 5)?.people).toBeNull();
});

describeOnDatabases('votes of a round', () => {
  it('are counted for those who work with the panel once the round is closed', async () => {
    const workspace = await createWorkspace();
    const { organisationId } = workspace;
    const facilitator = await createMember(workspace, 'facilitator');
    const { panelId } = await openedPanel(facilitator);
    const round = await readyRound(facilitator, panelId);
    const text = { en: 'Alerts help me.', kk: 'Ескертулер көмектеседі.' };
    await saveStatement(facilitator, {
      ...{ ...round, revision: await roundRevisionOf(facilitator, round), statementId: null },
      ...{ text, easyRead: {} },
    });
    const db = getDatabase();
    const channelId = randomUUID();
    const channel = { organisationId, panelId, id: channelId, code: channelId };
    await db.insert(panelChannels).values({ ...channel, name: 'Poster', kind: 'open' });
    const statementId = (await getRound(facilitator, round)).statements.at(-1)?.id ?? '';
    const revision = await roundRevisionOf(facilitator, round);
    await openRound(facilitator, { ...round, revision, seenOver: [], askNonetheless: [] });
    for (let number = 1; number <= 10; number += 1) {
      const memberId = randomUUID();
      await db.insert(panelMembers).values({
        ...{ organisationId, panelId, channelId, id: memberId, number, language: 'kk' },
        ...{ state: 'active' as const, joinedOn: today() },
      });
      await db.insert(panelAskings).values({
        ...{ organisationId, panelId, memberId, roundId: round.roundId, id: randomUUID() },
        ...{ minutes: 5, askedOn: today() },
      });
      await db.insert(panelVotes).values({
        ...{ organisationId, panelId, memberId, statementId },
        ...(number <= 5
          ? { choice: 'agree' as const }
          : { choice: 'pass' as const, passReason: 'unclear' as const }),
      });
    }
    expect((await getRound(facilitator, round)).votes).toBeNull();
    await endRound(facilitator, round);
    const { votes } = await getRound(facilitator, round);
    expect(votes?.find((each) => each.statementId === statementId)).toMatchObject({
      people: 10,
      counts: { agree: 5, disagree: 0, 'pass-unclear': 5 },
    });
    const published = { panelId, revision: await revisionOf(facilitator, panelId), isPublic: true };
    await publishOutcomes(facilitator, published);
    const [panel] = await db.select().from(panels).where(eq(panels.id, panelId));
    const slug = panel?.slug ?? '';
    const shown = async () => (await getPublicOutcomes({ slug })).rounds[0]?.votes.at(-1);
    const told = { text, people: 10, counts: { agree: 5, disagree: 0, 'pass-unclear': 5 } };
    expect(await shown()).toMatchObject(told);
    const [first] = await db
      .select({ memberId: panelMembers.id })
      .from(panelMembers)
      .where(eq(panelMembers.panelId, panelId));
    const memberId = first?.memberId ?? '';
    const actor = { kind: 'panel-member', organisationId, panelId, memberId } as const;
    const news = await getNews({ actor, panel: { minimumGroup: 5 } });
    expect(news.rounds[0]?.votes.at(-1)).toMatchObject(told);
    const leaving = { panelId, memberId, words: 'withdraw', readBackOn: today() } as const;
    await recordLeaving(facilitator, leaving);
    expect(await shown()).toMatchObject(told);
    const facts = await withActor({ kind: 'system', organisationId }, (tx) =>
      readVotes(tx, { organisationId, panelId }, 5).then(voteFacts),
    );
    const t = (await translateInto('en')).getFixedT('en', 'outcomes');
    expect(facts.map((fact) => factSentence(t, 'en', fact)).at(-1)).toBe(
      '“Alerts help me.”: 10 people gave their view. Agree: 5; Disagree: 0; Not sure: 0; Do not understand it: 5; Not for them to say: 0.',
    );
  });
});
