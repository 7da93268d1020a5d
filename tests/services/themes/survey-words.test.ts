import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { closeWaveBatches } from '#app/services/batches/close-wave-batches.server.ts';
import { moveWaveWords } from '#app/services/batches/move-wave-words.server.ts';
import { amendRedaction } from '#app/services/contributions/amend-redaction.server.ts';
import { getContribution } from '#app/services/contributions/get-contribution.server.ts';
import { getRedaction } from '#app/services/contributions/get-redaction.server.ts';
import { listContributionsOf } from '#app/services/contributions/list-contributions.server.ts';
import { moderateContribution } from '#app/services/contributions/moderate-contribution.server.ts';
import { redactContribution } from '#app/services/contributions/redact-contribution.server.ts';
import { withdrawFor } from '#app/services/contributions/withdraw-for.server.ts';
import { addSuggestion } from '#app/services/outcomes/add-suggestion.server.ts';
import { listPanelRounds } from '#app/services/panels/list-panel-rounds.server.ts';
import { moveClosingDay } from '#app/services/panels/save-round.server.ts';
import { purgeStudy } from '#app/services/retention/purge-study.server.ts';
import { getWrittenWords } from '#app/services/results/get-written-words.server.ts';
import { getConcern } from '#app/services/safeguarding/get-concern.server.ts';
import { getSafeguarding } from '#app/services/safeguarding/get-safeguarding.server.ts';
import { seeConcern } from '#app/services/safeguarding/see-concern.server.ts';
import { assignCode } from '#app/services/themes/assign-code.server.ts';
import { changeCodebook } from '#app/services/themes/change-codebook.server.ts';
import { exportCoding } from '#app/services/themes/export-coding.server.ts';
import { getReportPage } from '#app/services/themes/get-report-page.server.ts';
import { openCheck } from '#app/services/themes/open-check.server.ts';
import { publishReport } from '#app/services/themes/publish-report.server.ts';
import { saveTheme } from '#app/services/themes/save-theme.server.ts';
import { startCoding } from '#app/services/themes/start-coding.server.ts';
import { studies } from '#db/schema/study.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember } from '#tests/support/workspace.ts';
import { look, setState } from '../answering/fielded.ts';
import { fieldWords, writeAndSend, type WordsStudy } from '../answering/words-study.ts';
import { buildWorker } from '../results/worker-thread.ts';

const words = [
  'I waited for hours',
  'So long a wait',
  'Ask Dr. Anna Miller, 07700 900123',
  'They let me wait',
  'Hours of waiting',
  'It was quick',
];

describeOnDatabases('words of a survey in a panel', () => {
  let study: WordsStudy;
  let ids: string[] = [];
  let roundId = '';
  beforeAll(async () => {
    await buildWorker();
    study = await fieldWords();
    for (const [n, why] of words.entries()) await writeAndSend(study, { why, quote: n < 4 });
    await moveWaveWords({ organisationId: study.organisationId, waveId: study.waveId });
    const rows = await look<{ id: string; round_id: string; text: string }>(
      sql`select c.id, c.round_id, o.text from contributions c
          join contribution_originals o on o.contribution_id = c.id
          where c.panel_id = ${study.panelId}`,
    );
    ids = words.map((text) => rows.find((row) => row.text === text)?.id ?? '');
    roundId = rows[0]?.round_id ?? '';
  });

  const at = (index: number) => ({ panelId: study.panelId, contributionId: ids[index] ?? '' });

  async function accept(index: number, taken = ''): Promise<void> {
    const choice = { hide: [], words: taken };
    await redactContribution(study.moderator, { ...at(index), choice, revision: 1 });
    await moderateContribution(study.moderator, {
      ...{ ...at(index), revision: 2, decision: { verdict: 'accepted' } },
    });
  }

  it('wait for redaction beside those of people, without a number and a day', async () => {
    const list = await listContributionsOf(study.moderator, {
      ...{ panelId: study.panelId, state: 'received', page: 1 },
    });
    expect(list.contributions).toHaveLength(words.length);
    for (const one of list.contributions) {
      expect(one).toMatchObject({ source: 'survey', memberId: null, memberNumber: null });
    }
    const { original } = await getRedaction(study.moderator, at(2));
    expect(original.text).toBe(words[2]);
    expect(original.spans.length).toBeGreaterThan(0);
  });

  it('are redacted, moderated and amended; nobody is told and nobody can take them back', async () => {
    for (const index of words.keys()) await accept(index, index === 2 ? 'Anna Miller' : '');
    const page = await getContribution(study.facilitator, at(2));
    expect(page.contribution).toMatchObject({ state: 'accepted' });
    expect(page.contribution.text).not.toContain('Miller');
    expect(page.may.enter).toBe(false);
    expect(page.events.map(({ kind }) => kind)).toEqual(['redacted', 'accepted']);
    await amendRedaction(study.moderator, {
      ...{ ...at(2), words: 'Dr.', reason: 'A title tells who', revision: 3 },
    });
    expect((await getContribution(study.facilitator, at(2))).events.at(-1)).toMatchObject({
      kind: 'redacted-again',
    });
    expect(await look(sql`select 1 from panel_tellings where panel_id = ${study.panelId}`)).toEqual(
      [],
    );
    await expect(
      withdrawFor(study.facilitator, { ...at(0), readBackOn: '2026-03-02' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are quoted by a suggestion where that was chosen beside them, and else not', async () => {
    const suggest = (index: number, quote: string) =>
      addSuggestion(study.facilitator, {
        ...{ panelId: study.panelId, text: { en: 'Shorten the wait' } },
        contributions: [{ contributionId: ids[index] ?? '', quote }],
      });
    await expect(suggest(5, 'quick')).rejects.toMatchObject({ reason: 'quote-not-consented' });
    await suggest(0, 'waited for hours');
    const quotes = await look(
      sql`select member_id, consent_id, may_quote from quotes where panel_id = ${study.panelId}`,
    );
    expect(quotes).toEqual([{ member_id: null, consent_id: null, may_quote: true }]);
  });

  it('are in a round that the panel cannot change', async () => {
    const { rounds } = await listPanelRounds(study.facilitator, { panelId: study.panelId });
    expect(rounds).toMatchObject([{ source: 'survey', state: 'open' }]);
    const move = { panelId: study.panelId, roundId, revision: 1, closesOn: '2099-01-01' };
    await expect(moveClosingDay(study.facilitator, move)).rejects.toMatchObject({
      reason: 'round-of-survey',
    });
  });

  it('are coded and reported by text, once the wave is over; nobody is asked about the themes', async () => {
    const { panelId, facilitator } = study;
    const { codingId } = await startCoding(facilitator, { panelId, roundId });
    const coding = { panelId, codingId };
    const create = { intent: 'create', name: 'Waiting', description: '', version: 0 } as const;
    const { codeId } = await changeCodebook(facilitator, { ...coding, input: create });
    const theme = await saveTheme(facilitator, {
      ...{ ...coding, themeId: null, revision: 0 },
      ...{ title: { en: 'Waiting' }, summary: { en: 'People wait too long.' } },
    });
    const group = { intent: 'group', theme, codeId, against: false, version: 1 } as const;
    await changeCodebook(facilitator, { ...coding, input: group });
    for (const index of [0, 1, 2, 3, 4]) {
      const contributionId = ids[index] ?? '';
      const whole = { span: null, reading: 'first', offered: [] } as const;
      await assignCode(facilitator, { ...coding, contributionId, codeId, ...whole });
    }
    const page = () => getReportPage(facilitator, { ...coding, number: null });
    const problems = async () => (await page()).problems.map(({ code }) => code);
    expect(await problems()).toEqual(['round-open']);
    await expect(
      openCheck(facilitator, { ...coding, closesOn: '2099-01-01' }),
    ).rejects.toMatchObject({ reason: 'check-of-survey' });
    await setState(study, { wave: 'closed' });
    await closeWaveBatches({ organisationId: study.organisationId, waveId: study.waveId });
    expect(await problems()).toEqual([]);
    await publishReport(facilitator, coding);
    const { report } = await page();
    expect(report?.content).toMatchObject({
      source: 'survey',
      coverage: { contributions: 6, withTheme: 5 },
      themes: [{ people: { count: 5 }, strata: [] }],
      topConcerns: [],
    });
    const quoted = report?.quotes.map((quote) => quote.words) ?? [];
    expect(quoted.length).toBeGreaterThan(0);
    expect(quoted.join(' ')).not.toMatch(/Hours of waiting|quick/);
    const file = await exportCoding(facilitator, { ...coding, file: 'words-csv' });
    expect(file).toContain('I waited for hours');
    expect(file).not.toContain('Hours of waiting');
  });

  it('are counted beside the results, with the way to where they are read', async () => {
    const { siteIds, organisationId, studyId, panelId } = study;
    const workspace = { organisationId, siteIds, siteNames: [] };
    const researcher = await createMember(workspace, 'researcher');
    const [shown] = await getWrittenWords(researcher, { studyId });
    expect(shown).toMatchObject({ texts: { count: 6 }, wave: '1' });
    expect(shown?.href).toMatch(new RegExp(`^/panels/${panelId}/themes/[0-9a-f-]{36}$`));
    const custodian = await createMember(workspace, 'data-custodian');
    expect((await getWrittenWords(custodian, { studyId }))[0]).toMatchObject({ href: null });
  });

  it('go with the answers when the study is past its time', async () => {
    const { organisationId, studyId } = study;
    await getDatabase()
      .update(studies)
      .set({
        ...{ state: 'closed', closedAt: new Date('2020-01-01'), retentionMonths: 1 },
        ...{ retentionFirstWarningOn: '2020-02-01', retentionLastWarningOn: '2020-03-01' },
      })
      .where(eq(studies.id, studyId));
    expect(await purgeStudy({ organisationId, studyId }, '2026-03-01')).toBe(true);
    const rows = await look(
      sql`select state, text from contributions where panel_id = ${study.panelId}`,
    );
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row).toEqual({ state: 'withdrawn', text: null });
    expect(
      await look(sql`select 1 from contribution_originals where panel_id = ${study.panelId}`),
    ).toEqual([]);
    expect(
      await look(sql`select rows from deletion_records where study_id = ${studyId}
        and kind = 'words'`),
    ).toEqual([{ rows: 6 }]);
  });
});

describeOnDatabases('worrying words of a survey', () => {
  it('are read by the named person, who is not told whose they are', async () => {
    const study = await fieldWords();
    await writeAndSend(study, { why: 'I want to kill myself' });
    await moveWaveWords({ organisationId: study.organisationId, waveId: study.waveId });
    const { concerns } = await getSafeguarding(study.named, { panelId: study.panelId });
    expect(concerns).toMatchObject([{ source: 'phrase', memberNumber: null }]);
    const ids = { panelId: study.panelId, concernId: concerns[0]?.id ?? '' };
    expect(await getConcern(study.named, ids)).toMatchObject({ isSeen: false, words: null });
    await seeConcern(study.named, ids);
    expect(await getConcern(study.named, ids)).toMatchObject({
      ...{ isOfSurvey: true, contact: null },
      words: { text: 'I want to kill myself', language: 'en' },
    });
  });
});
