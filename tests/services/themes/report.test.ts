import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { withdrawContribution } from '#app/services/contributions/withdraw-contribution.server.ts';
import { getPanelHome } from '#app/services/taking-part/get-panel-home.server.ts';
import { getThemeCheck } from '#app/services/taking-part/get-theme-check.server.ts';
import { leavePanel } from '#app/services/taking-part/leave-panel.server.ts';
import { replyToThemes } from '#app/services/taking-part/reply-to-themes.server.ts';
import { requirePanelPerson } from '#app/services/taking-part/require-panel-person.server.ts';
import { answerFlag } from '#app/services/themes/answer-flag.server.ts';
import { answerReply } from '#app/services/themes/answer-reply.server.ts';
import { closeCheck } from '#app/services/themes/close-check.server.ts';
import { exportCoding } from '#app/services/themes/export-coding.server.ts';
import { getCheckPage } from '#app/services/themes/get-check-page.server.ts';
import { getFlagsPage } from '#app/services/themes/get-flags-page.server.ts';
import { getLeftOut } from '#app/services/themes/get-left-out.server.ts';
import { getReportPage } from '#app/services/themes/get-report-page.server.ts';
import { openCheck } from '#app/services/themes/open-check.server.ts';
import { publishReport } from '#app/services/themes/publish-report.server.ts';
import type { Member } from '#db/actor.server.ts';
import { panelConsents } from '#db/schema/panel-member.ts';
import { panels } from '#db/schema/panel.ts';
import { panelReports } from '#db/schema/panel-report.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { listAudit } from '../support/audit.ts';
import { endRound } from '../support/panel-set-up.ts';
import { buildWorker } from '../results/worker-thread.ts';
import { change, type CodedRound } from './coded-round.ts';
import { both, themedRound } from './themed-round.ts';

describeOnDatabases('a theme report', () => {
  let facilitator: Member;
  let researcher: Member;
  beforeAll(async () => {
    await buildWorker();
    const workspace = await createWorkspace();
    facilitator = await createMember(workspace, 'facilitator');
    researcher = await createMember(workspace, 'researcher');
  });

  const idsOf = ({ panelId, codingId }: CodedRound) => ({ panelId, codingId });
  const report = (round: CodedRound) =>
    getReportPage(facilitator, { ...idsOf(round), number: null });
  const problems = async (round: CodedRound) =>
    (await report(round)).problems.map(({ code }) => code);

  const themed = () => themedRound(facilitator);

  const personOf = (round: CodedRound, index: number) => {
    const { organisationId, panelId, memberId } = round.people[index] ?? {
      ...{ organisationId: '', panelId: '', memberId: '' },
    };
    return requirePanelPerson({ organisationId, panelId, memberId, linkNumber: 0 });
  };

  async function checked(round: CodedRound): Promise<void> {
    await openCheck(facilitator, { ...idsOf(round), closesOn: '2099-01-01' });
    await closeCheck(facilitator, idsOf(round));
  }

  it('is refused until everything that is open is answered', async () => {
    const { round } = await themed();
    expect(await problems(round)).toEqual(['round-open', 'check-not-opened']);
    await endRound(facilitator, round);
    await openCheck(facilitator, { ...idsOf(round), closesOn: '2099-01-01' });
    const person = await personOf(round, 1);
    expect((await getPanelHome(person)).themes).toMatchObject([{ hasReplied: false }]);
    const check = await getThemeCheck(person, round.codingId);
    expect(check.themes).toMatchObject([
      { title: both('Waiting'), people: { count: 6 }, quotes: [{ words: 'I waited for hours' }] },
    ]);
    await replyToThemes(person, {
      ...{ codingId: round.codingId, verdict: 'missing', language: 'en' },
      ...{ words: 'Nobody told us why', matters: 'People fall while they wait' },
    });
    expect(await problems(round)).toEqual([
      'check-not-closed',
      'reply-unanswered',
      'flag-unanswered',
    ]);
    await closeCheck(facilitator, idsOf(round));
    const late = replyToThemes(person, {
      ...{ codingId: round.codingId, verdict: 'yes', language: 'en', words: '', matters: '' },
    });
    await expect(late).rejects.toMatchObject({ reason: 'theme-check-over' });
    await expect(publishReport(facilitator, idsOf(round))).rejects.toMatchObject({
      reason: 'report-not-ready',
    });
    const [flag] = (await getFlagsPage(facilitator, idsOf(round))).flags;
    expect(flag).toMatchObject({ by: null, words: 'So long', answer: null });
    await answerFlag(facilitator, { ...idsOf(round), flagId: flag?.id ?? '', answer: 'We look' });
    const again = answerFlag(facilitator, { ...idsOf(round), flagId: flag?.id ?? '', answer: 'x' });
    await expect(again).rejects.toMatchObject({ reason: 'flag-answered' });
    const [reply] = (await getCheckPage(facilitator, idsOf(round))).replies;
    expect(reply).toMatchObject({ words: 'Nobody told us why', mayPrint: false });
    await answerReply(facilitator, {
      ...{ ...idsOf(round), memberId: reply?.memberId ?? '', replyId: reply?.id ?? '' },
      ...{ printed: 'Nobody told us why', answer: 'It is in the next version' },
    });
    expect(await problems(round)).toEqual([]);
    await expect(publishReport(researcher, idsOf(round))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await publishReport(facilitator, idsOf(round));
    const { content } = (await report(round)).report ?? {};
    expect(content?.flags).toMatchObject([{ byPerson: true, answer: 'We look' }]);
    expect((await report(round)).report?.printed).toMatchObject([
      { id: content?.flags[0]?.id, words: 'People fall while they wait' },
    ]);
    // Who does not agree to be quoted is answered, and not printed.
    expect(content?.check).toMatchObject({
      replies: { yes: { count: 0 }, missing: { count: 1 } },
      printed: [{ id: null, answer: 'It is in the next version' }],
    });
    const actions = (await listAudit(facilitator.organisationId)).map(({ action }) => action);
    expect(actions).toContain('themes.report-published');
  });

  it('says what it is built from, in whose words, and who sees it otherwise', async () => {
    const { round } = await themed();
    await endRound(facilitator, round);
    await checked(round);
    await publishReport(facilitator, idsOf(round));
    const { report: published } = await report(round);
    expect(published?.content).toMatchObject({
      coverage: {
        ...{ contributions: 9, withTheme: 7, withoutContent: 1, unassigned: 1 },
        people: { count: 9 },
      },
      themes: [{ people: { count: 6 }, codes: ['Waiting', 'Quick'], dissenters: { fewerThan: 5 } }],
    });
    expect(published?.quotes.map(({ words }) => words)).toEqual(['I waited for hours']);
    expect(published?.isSame).toBe(true);
    const { groups } = await getLeftOut(facilitator, idsOf(round));
    expect(groups.map(({ reason, shown }) => [reason, shown.map(({ text }) => text)])).toEqual([
      ['without-content', ['Nothing']],
      ['uncoded', ['My bed squeaked']],
      ['without-theme', []],
    ]);
  });

  it('comes out the same when it is computed again, until something that it says changes', async () => {
    const { round, waiting } = await themed();
    await endRound(facilitator, round);
    await checked(round);
    await publishReport(facilitator, idsOf(round));
    const again = async (member = facilitator) =>
      (await getReportPage(member, { ...idsOf(round), number: null, compare: true })).report;
    expect(await again()).toMatchObject({ isSame: true, differing: [] });
    expect((await again(researcher))?.differing).toBeNull();
    // Another reader agreed to be quoted: neither texts nor codes nor themes have changed.
    const { organisationId } = facilitator;
    const ofSecond = eq(panelConsents.memberId, round.people[1]?.memberId ?? '');
    const [first] = await getDatabase()
      .select()
      .from(panelConsents)
      .where(and(ofSecond, eq(panelConsents.purpose, 'quote')));
    if (!first) throw new Error('everybody was asked');
    const decide = (number: number, granted: boolean) =>
      getDatabase()
        .insert(panelConsents)
        .values({ ...first, id: randomUUID(), number, granted });
    await decide(2, true);
    expect(await again()).toMatchObject({ isSame: false, differing: ['quotes'] });
    await decide(3, false);
    expect(await again()).toMatchObject({ isSame: true, differing: [] });
    await getDatabase()
      .update(panels)
      .set({ minimumGroup: 7 })
      .where(and(eq(panels.organisationId, organisationId), eq(panels.id, round.panelId)));
    expect((await again())?.isSame).toBe(false);
    await change(facilitator, round, { intent: 'retire', codeId: waiting, reason: 'Not used' });
    expect((await again())?.differing).toEqual(
      expect.arrayContaining(['coverage', 'themes', 'quotes', 'codebook']),
    );
  });

  it('is not published where something changed while it was computed', async () => {
    const { round, waiting } = await themed();
    await endRound(facilitator, round);
    await checked(round);
    const publishing = publishReport(facilitator, idsOf(round));
    const input = { intent: 'rename', codeId: waiting, name: 'Delay', description: '' } as const;
    await change(facilitator, round, { ...input, reason: 'Plainer' });
    const outcome = await publishing.then(
      () => 'published',
      (error: unknown) => (error as { reason: string }).reason,
    );
    const { content } = (await report(round)).report ?? {};
    // Whichever came first: what is published is what stood then.
    expect([outcome, content?.themes[0]?.codes[0]]).toEqual(
      outcome === 'published' ? ['published', 'Waiting'] : ['report-inputs-changed', undefined],
    );
  });

  it('no longer stands once somebody takes words back, and quotes them nowhere', async () => {
    const { round } = await themed();
    await endRound(facilitator, round);
    await checked(round);
    await publishReport(facilitator, idsOf(round));
    const { organisationId } = facilitator;
    const [contributionId = ''] = round.said;
    const memberId = round.people[0]?.memberId ?? '';
    await withActor({ kind: 'system', organisationId }, (tx) =>
      withdrawContribution(tx, { organisationId, contributionId, memberId }),
    );
    const { report: published } = await report(round);
    expect(published?.supersededOn).not.toBeNull();
    expect(published?.quotes).toEqual([]);
    expect(published?.isSame).toBe(false);
    // Nobody else agreed to be quoted: a theme without words is no theme.
    expect(await problems(round)).toEqual(['theme-without-quote']);
  });

  it('prints nothing any more that somebody said to the themes and took back', async () => {
    const { round } = await themed();
    await endRound(facilitator, round);
    await openCheck(facilitator, { ...idsOf(round), closesOn: '2099-01-01' });
    const [words, reason] = ['My words to the themes', 'My reason'];
    const person = await personOf(round, 0); // the one who agreed to be quoted
    const reply = { codingId: round.codingId, verdict: 'missing', language: 'en' } as const;
    await replyToThemes(person, { ...reply, words, matters: reason });
    const [flag] = (await getFlagsPage(facilitator, idsOf(round))).flags;
    await answerFlag(facilitator, { ...idsOf(round), flagId: flag?.id ?? '', answer: 'Yes' });
    const [{ id: replyId } = { id: '' }] = (await getCheckPage(facilitator, idsOf(round))).replies;
    const { memberId } = person.actor;
    const answer = { memberId, replyId, printed: words, answer: 'We see' };
    await answerReply(facilitator, { ...idsOf(round), ...answer });
    await closeCheck(facilitator, idsOf(round));
    await publishReport(facilitator, idsOf(round));
    const before = JSON.stringify((await report(round)).report);
    expect(before).toContain(words);
    expect(before).toContain(reason);
    await leavePanel(person, { words: 'withdraw' });
    const { report: after } = await report(round);
    expect(after?.supersededOn).not.toBeNull();
    expect(after?.printed).toEqual([]);
    // What is kept at rest has lost them as well; the answers stand.
    const rows = await getDatabase().select().from(panelReports);
    expect(JSON.stringify(rows)).not.toContain(words);
    expect(JSON.stringify(rows)).not.toContain(reason);
    expect(after?.content.check.printed).toMatchObject([{ answer: 'We see' }]);
  });

  it('leaves for other programs without anybody who did not agree, or codes of few', async () => {
    const { round, theme, waiting } = await themed();
    const file = (name: 'codebook-qdc' | 'codebook-csv' | 'words-csv') =>
      exportCoding(researcher, { ...idsOf(round), file: name });
    const xml = await file('codebook-qdc');
    expect(xml).toContain('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"');
    expect(xml).toMatch(new RegExp(`guid="${theme}" name="Waiting" isCodable="false"`, 'u'));
    expect(xml).toMatch(new RegExp(`guid="${waiting}" name="Waiting" isCodable="true"`, 'u'));
    const words = await file('words-csv');
    expect(words).toContain('I waited for hours');
    expect(words).not.toContain('So long');
    expect(words).not.toContain('I was seen at once');
    expect((await file('codebook-csv')).split('\n')[2]).toMatch(/Quick.*<5/u);
  });
});
