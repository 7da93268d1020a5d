import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { getRound } from '#app/services/panels/get-round.server.ts';
import { presentVotes, type CountedVote } from '#app/services/panels/present-votes.ts';
import { saveStatement } from '#app/services/panels/save-statement.server.ts';
import { openRound } from '#app/services/panels/open-round.server.ts';
import { today } from '#app/today.ts';
import { panelMembers } from '#db/schema/panel-member.ts';
import { panelVotes } from '#db/schema/panel-statement.ts';
import { panelChannels } from '#db/schema/panel.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { endRound, openedPanel, readyRound, roundRevisionOf } from '../support/panel-set-up.ts';

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
  });
});
