import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { getPeople } from '#app/services/panel-people/get-people.server.ts';
import { markTold } from '#app/services/panel-people/mark-told.server.ts';
import { askMembers } from '#app/services/panels/ask-members.server.ts';
import { closeRound } from '#app/services/panels/close-round.server.ts';
import { createRound } from '#app/services/panels/create-round.server.ts';
import { deleteRound } from '#app/services/panels/delete-round.server.ts';
import { getRound, getRoundAsking } from '#app/services/panels/get-round.server.ts';
import { listPanelRounds } from '#app/services/panels/list-panel-rounds.server.ts';
import { openRound } from '#app/services/panels/open-round.server.ts';
import { quarterOf } from '#app/services/panels/quarter.ts';
import { roundProblems, roundWarnings } from '#app/services/panels/round-problems.ts';
import { removePrompt, savePrompt } from '#app/services/panels/save-prompt.server.ts';
import { moveClosingDay, saveRound } from '#app/services/panels/save-round.server.ts';
import { removeStatement, saveStatement } from '#app/services/panels/save-statement.server.ts';
import { openPersonalLink } from '#app/services/taking-part/open-personal-link.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { outbox } from '#db/schema/invitation.ts';
import { panelAskings, panelContacts, panelMembers, panelNeeds } from '#db/schema/panel-member.ts';
import { panelChannels } from '#db/schema/panel.ts';
import { panelTellings } from '#db/schema/suggestion.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { tokenOf } from '#tests/support/panel-person.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import {
  endRound,
  openedPanel,
  openedRound,
  readyRound,
  roundRevisionOf,
} from '../support/panel-set-up.ts';

const nobodyOver = { seenOver: [], askNonetheless: [] };
const words = { en: 'Alerts help me.', kk: 'Ескертулер көмектеседі.' };

describeOnDatabases('rounds of a panel', () => {
  let workspace: Workspace;
  let facilitator: Member;

  beforeAll(async () => {
    workspace = await createWorkspace();
    facilitator = await createMember(workspace, 'facilitator');
  });

  const ofOwn = (recipient: string) =>
    and(eq(outbox.organisationId, workspace.organisationId), eq(outbox.recipient, recipient));

  /** People who take part, each with the minutes asked of them today and an address or none. */
  async function join(panelId: string, people: { minutes: number; email?: string }[]) {
    const { organisationId } = workspace;
    const db = getDatabase();
    const channelId = randomUUID();
    const channel = { organisationId, panelId, id: channelId, code: channelId };
    await db.insert(panelChannels).values({ ...channel, name: 'Poster', kind: 'open' });
    const ids: string[] = [];
    for (const [index, { minutes, email }] of people.entries()) {
      const id = randomUUID();
      ids.push(id);
      await db.insert(panelMembers).values({
        ...{ organisationId, panelId, channelId, id, number: index + 1, language: 'kk' },
        ...{ state: 'active' as const, joinedOn: today() },
      });
      if (email) {
        await db.insert(panelContacts).values({ organisationId, panelId, memberId: id, email });
      }
      if (minutes > 0) {
        const asking = { organisationId, panelId, memberId: id, minutes, askedOn: today() };
        await db.insert(panelAskings).values(asking);
      }
    }
    return ids;
  }

  const askedIn = async (roundId: string) => {
    const rows = await getDatabase()
      .select({ memberId: panelAskings.memberId, minutes: panelAskings.minutes })
      .from(panelAskings)
      .where(eq(panelAskings.roundId, roundId));
    return rows.map(({ memberId }) => memberId).sort();
  };

  it('counts quarters of the calendar', () => {
    expect(quarterOf('2026-01-01')).toEqual({ from: '2026-01-01', until: '2026-04-01' });
    expect(quarterOf('2026-06-30')).toEqual({ from: '2026-04-01', until: '2026-07-01' });
    expect(quarterOf('2026-12-31')).toEqual({ from: '2026-10-01', until: '2027-01-01' });
  });

  it('asks everybody but those of whom too much would be asked, unless somebody says so', async () => {
    const { panelId } = await openedPanel(facilitator);
    const [fresh = '', full = '', heavy = ''] = await join(panelId, [
      { minutes: 0, email: 'ana@example.org' },
      { minutes: 50, email: 'bo@example.org' },
      { minutes: 45 },
    ]);
    const round = await readyRound(facilitator, panelId, 20);
    const asking = await getRoundAsking(facilitator, round);
    expect(asking).toMatchObject({ people: 3, withAddress: 2, problems: [] });
    expect(asking.over).toEqual([
      { memberId: full, number: 2, minutes: 50 },
      { memberId: heavy, number: 3, minutes: 45 },
    ]);
    const revision = await roundRevisionOf(facilitator, round);
    await expect(
      openRound(facilitator, { ...round, revision, ...nobodyOver }),
    ).rejects.toMatchObject({ reason: 'round-burden-changed' });
    expect(await askedIn(round.roundId)).toEqual([]);
    const choice = { seenOver: [full, heavy], askNonetheless: [heavy] };
    const result = await openRound(facilitator, { ...round, revision, ...choice });
    expect(result).toEqual({ asked: 2, leftOut: 1, mails: 1 });
    expect(await askedIn(round.roundId)).toEqual([fresh, heavy].sort());
    const mails = await getDatabase().select().from(outbox).where(ofOwn('ana@example.org'));
    expect(mails).toMatchObject([{ language: 'kk', organisationId: workspace.organisationId }]);
    const [link = ''] = /http\S+\/panel\/i\/\S+/.exec(mails[0]?.body ?? '') ?? [];
    expect(await openPersonalLink(tokenOf(link))).toMatchObject({
      pass: { memberId: fresh, linkNumber: 0 },
    });
    expect(mails[0]?.body).not.toContain('What worries you?');
    const again = { ...round, seenOver: [full], askNonetheless: [full] };
    expect(await askMembers(facilitator, again)).toEqual({ asked: 1, leftOut: 0, mails: 1 });
    expect(await askMembers(facilitator, again)).toEqual({ asked: 0, leftOut: 0, mails: 0 });
  });

  it('leaves whoever needs another way than mail to the list of people told by hand', async () => {
    const { panelId } = await openedPanel(facilitator);
    const people = await join(panelId, [
      { minutes: 0, email: 'mail@example.org' },
      { minutes: 0, email: 'print@example.org' },
      { minutes: 0 },
    ]);
    const needs = ['large-print', 'breaks'] as const;
    await getDatabase()
      .insert(panelNeeds)
      .values({ ...facilitator, panelId, memberId: people[1] ?? '', needs: [...needs] });
    await openedRound(facilitator, panelId);
    const toTell = async () => (await getPeople(facilitator, { panelId })).toTell;
    expect((await toTell()).map(({ number }) => number)).toEqual([2, 3]);
    const written = await getDatabase().select().from(outbox).where(ofOwn('print@example.org'));
    expect(written).toEqual([]);
    const askingId = (await toTell())[0]?.askingId ?? '';
    await markTold(facilitator, { panelId, askingId });
    expect((await toTell()).map(({ number }) => number)).toEqual([3]);
  });

  it('of two who ask at once, nobody is asked twice', async () => {
    const { panelId } = await openedPanel(facilitator);
    const round = await openedRound(facilitator, panelId);
    await join(panelId, [{ minutes: 0 }, { minutes: 0 }]);
    const results = await Promise.all(
      [1, 2, 3].map(() => askMembers(facilitator, { ...round, ...nobodyOver })),
    );
    expect(results.map(({ asked }) => asked).sort()).toEqual([0, 0, 2]);
    expect(await askedIn(round.roundId)).toHaveLength(2);
  });

  it('keeps what people were asked, and closes with an outcome that they are told', async () => {
    const { panelId } = await openedPanel(facilitator);
    const [person = ''] = await join(panelId, [{ minutes: 0 }]);
    const round = await openedRound(facilitator, panelId);
    const revision = await roundRevisionOf(facilitator, round);
    const frozen = { code: 'illegal-state', reason: 'round-is-open' };
    const prompt = { ...round, revision, text: words, easyRead: {} };
    await expect(savePrompt(facilitator, prompt)).rejects.toMatchObject(frozen);
    await expect(removePrompt(facilitator, prompt)).rejects.toMatchObject(frozen);
    const statement = { ...prompt, statementId: null };
    await expect(saveStatement(facilitator, statement)).rejects.toMatchObject(frozen);
    await expect(deleteRound(facilitator, round)).rejects.toMatchObject(frozen);
    await expect(
      closeRound(facilitator, { ...round, revision, outcome: { en: 'We heard you.' } }),
    ).rejects.toMatchObject({ reason: 'outcome-missing' });
    await endRound(facilitator, round);
    const { rounds } = await listPanelRounds(facilitator, { panelId });
    expect(rounds).toMatchObject([{ state: 'closed', asked: { fewerThan: 5 } }]);
    const told = await getDatabase()
      .select({ memberId: panelTellings.memberId, happenedOn: panelTellings.happenedOn })
      .from(panelTellings)
      .where(eq(panelTellings.news, `round:${round.roundId}`));
    expect(told).toEqual([{ memberId: person, happenedOn: today() }]);
    await expect(endRound(facilitator, round)).rejects.toMatchObject({
      reason: 'round-is-closed',
    });
  });

  it('tells the second of two who change what a round asks', async () => {
    const { panelId } = await openedPanel(facilitator);
    const round = await readyRound(facilitator, panelId);
    const revision = await roundRevisionOf(facilitator, round);
    const statement = { ...round, revision, statementId: null, text: words, easyRead: words };
    const { statementId } = await saveStatement(facilitator, statement);
    await expect(saveStatement(facilitator, statement)).rejects.toMatchObject({
      reason: 'edited-meanwhile',
      values: { revision: revision + 1 },
    });
    const opening = { ...round, ...nobodyOver };
    await expect(openRound(facilitator, { ...opening, revision })).rejects.toMatchObject({
      code: 'conflict',
    });
    const newest = await roundRevisionOf(facilitator, round);
    await removeStatement(facilitator, { ...round, revision: newest, statementId });
    expect((await getRound(facilitator, round)).statements).toEqual([]);
    const { round: saved } = await getRound(facilitator, round);
    await saveRound(facilitator, {
      ...{ ...round, revision: saved.revision, title: words, intro: words },
      ...{ minutes: 10, closesOn: null },
    });
    expect((await getRound(facilitator, round)).problems).toEqual([{ code: 'closing-missing' }]);
  });

  it('numbers rounds in the order of making, opens one at a time and gives more time', async () => {
    const { panelId } = await openedPanel(facilitator);
    const made = await Promise.all(
      [1, 2, 3].map(() =>
        createRound(facilitator, {
          ...{ panelId, title: words, intro: words, minutes: 5, closesOn: '2099-01-01' },
        }),
      ),
    );
    expect(made).toHaveLength(3);
    const past = { title: words, intro: words, minutes: 5, closesOn: '2020-01-01' };
    const refused = { reason: 'round-date-past' };
    await expect(createRound(facilitator, { panelId, ...past })).rejects.toMatchObject(refused);
    const draft = { panelId, roundId: made[1]?.roundId ?? '', revision: 1 };
    await expect(saveRound(facilitator, { ...draft, ...past })).rejects.toMatchObject(refused);
    const numbers = async () =>
      (await listPanelRounds(facilitator, { panelId })).rounds.map(({ number }) => number);
    expect(await numbers()).toEqual([3, 2, 1]);
    await deleteRound(facilitator, { panelId, roundId: made[0]?.roundId ?? '' });
    expect(await numbers()).toHaveLength(2);
    const first = await openedRound(facilitator, panelId);
    await expect(openedRound(facilitator, panelId)).rejects.toMatchObject({
      reason: 'round-not-ready',
    });
    const revision = await roundRevisionOf(facilitator, first);
    const move = { ...first, revision };
    await expect(
      moveClosingDay(facilitator, { ...move, closesOn: '2020-01-01' }),
    ).rejects.toMatchObject({ reason: 'round-date-past' });
    await moveClosingDay(facilitator, { ...move, closesOn: '2099-02-01' });
    expect((await getRound(facilitator, first)).round.closesOn).toBe('2099-02-01');
  });

  it('is refused to other roles and to people of other organisations', async () => {
    const { panelId } = await openedPanel(facilitator);
    const round = await readyRound(facilitator, panelId);
    const stranger = await createMember(await createWorkspace(), 'facilitator');
    await expect(getRound(stranger, round)).rejects.toMatchObject({ code: 'not-found' });
    await expect(deleteRound(stranger, round)).rejects.toMatchObject({ code: 'not-found' });
    const moderator = await createMember(workspace, 'moderator');
    await expect(deleteRound(moderator, round)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(getRoundAsking(moderator, round)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await getRound(moderator, round)).round.state).toBe('draft');
  });

  it('says what a round lacks and what to look at', () => {
    const asked = { position: 1, text: { en: 'What worries you?' }, easyRead: {} };
    const base = {
      ...{ title: words, intro: {}, closesOn: '2026-01-01', today: '2026-01-02' },
      ...{ languages: ['en', 'kk'], panelState: 'draft', isAnotherOpen: true },
    };
    expect(roundProblems({ ...base, prompts: [asked], statements: [] })).toEqual([
      { code: 'panel-draft' },
      { code: 'round-open' },
      { code: 'intro', language: 'en' },
      { code: 'intro', language: 'kk' },
      { code: 'closing-past' },
      { code: 'prompt', language: 'kk', position: 1 },
    ]);
    expect(
      roundProblems({ ...base, prompts: [], statements: [] }).map(({ code }) => code),
    ).toContain('nothing-asked');
    const statement = (en: string, zh = en) => ({
      ...{ position: 1, text: { en, zh }, easyRead: { en, zh }, contributionId: null },
    });
    const statements = [
      statement('Alerts should say why they came', '警报应当说明原因'),
      statement('A nurse should be able to switch it off', '护士应当可以关闭'),
      statement('Alerts should say why they came.', '警报要说明原因'),
    ];
    const seen = { prompts: [], statements, languages: ['en', 'zh'] as ('en' | 'zh')[] };
    expect(roundWarnings({ ...seen, isFirst: false })).toEqual([
      { code: 'similar', first: 1, second: 3 },
      { code: 'few-statements', statements: 3 },
      { code: 'no-words-of-people' },
    ]);
  });
});
