import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { closeWaveBatches } from '#app/services/batches/close-wave-batches.server.ts';
import { checkTranslation } from '#app/services/contributions/check-translation.server.ts';
import { draftTranslation } from '#app/services/contributions/draft-translation.server.ts';
import { getTranslations } from '#app/services/contributions/get-translations.server.ts';
import { moderateContribution } from '#app/services/contributions/moderate-contribution.server.ts';
import { redactContribution } from '#app/services/contributions/redact-contribution.server.ts';
import { purgeStudy } from '#app/services/retention/purge-study.server.ts';
import { adoptDraft } from '#app/services/themes/adopt-draft.server.ts';
import { computeDraft } from '#app/services/themes/compute-draft.server.ts';
import { getCodingPage } from '#app/services/themes/get-coding-page.server.ts';
import { getDraftsPage } from '#app/services/themes/get-drafts-page.server.ts';
import { requestDraft } from '#app/services/themes/request-draft.server.ts';
import { startCoding } from '#app/services/themes/start-coding.server.ts';
import { studies } from '#db/schema/study.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { textsOfRound } from '#tests/e2e/support/themes/texts.ts';
import { look, setState } from '../answering/fielded.ts';
import { fieldWords, writeAndSend, type WordsStudy } from '../answering/words-study.ts';
import { buildWorker } from '../results/worker-thread.ts';

const said = textsOfRound()
  .slice(0, 24)
  .map(({ text }) => text);
const arabic = 'جناح الورود: لم يأت أحد في الليل.';

describeOnDatabases('what machines make of the words of a survey', () => {
  let study: WordsStudy;
  let model: Server;
  let coding: { panelId: string; codingId: string };
  const sent: string[] = [];

  beforeAll(async () => {
    await buildWorker();
    model = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (part: string) => sent.push(part));
      const choices = [{ message: { role: 'assistant', content: 'Nobody came at night.' } }];
      request.on('end', () => response.end(JSON.stringify({ choices })));
    });
    await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
    study = await fieldWords();
    for (const why of said) await writeAndSend(study, { why });
    await writeAndSend(study, { why: arabic, language: 'ar' });
    await setState(study, { wave: 'closed' });
    const { organisationId, waveId, panelId, moderator } = study;
    await closeWaveBatches({ organisationId, waveId });
    const rows = await look<{ id: string; round_id: string; language: string }>(
      sql`select id, round_id, language from contributions where panel_id = ${panelId}`,
    );
    for (const { id: contributionId, language } of rows) {
      const ids = { panelId, contributionId };
      const choice = { hide: [], words: language === 'ar' ? 'الورود' : '' };
      await redactContribution(moderator, { ...ids, choice, revision: 1 });
      const decision = { verdict: 'accepted' } as const;
      await moderateContribution(moderator, { ...ids, revision: 2, decision });
    }
    const roundId = rows[0]?.round_id ?? '';
    coding = { panelId, ...(await startCoding(study.facilitator, { panelId, roundId })) };
  }, 120_000);
  afterAll(() => {
    model.closeAllConnections();
    model.close();
  });

  it('is a first draft within each language, whose themes are proposed and code nothing', async () => {
    const { facilitator } = study;
    const ask = (language: string) =>
      requestDraft(facilitator, { ...coding, language, wanted: null });
    await expect(ask('ar')).rejects.toMatchObject({ reason: 'draft-too-few' });
    await ask('en');
    const read = async () => {
      const page = await getDraftsPage(facilitator, coding);
      return {
        now: page.coding,
        english: page.languages.find(({ language }) => language === 'en'),
      };
    };
    const id = (await read()).english?.draft?.id ?? '';
    await computeDraft({ organisationId: study.organisationId, id });
    const { english, now } = await read();
    expect(english?.draft?.state).toBe('done');
    expect(english?.result?.coverage).toMatchObject({ texts: 24, withTheme: 24 });
    const [theme] = english?.result?.themes ?? [];
    expect(theme?.size).toBeGreaterThan(1);
    await adoptDraft(facilitator, {
      ...{ ...coding, draftId: id, parts: theme?.parts ?? [] },
      ...{ name: 'As the machine sees it', version: now.version },
    });
    const page = await getCodingPage(facilitator, coding, { at: null, only: 'proposed' });
    expect(page.progress).toMatchObject({ coded: 0, proposed: theme?.size });
  });

  it('is a translation of the redacted words alone, unchecked until a person accepts it', async () => {
    const { facilitator, panelId } = study;
    const [row] = await look<{ id: string }>(
      sql`select id from contributions where panel_id = ${panelId} and language = 'ar'`,
    );
    const ids = { panelId, contributionId: row?.id ?? '' };
    const url = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`;
    const service = { url, model: 'small-1', key: null };
    await draftTranslation(facilitator, { ...ids, language: 'en' }, { service });
    expect(sent.join('')).toContain('لم يأت أحد');
    expect(sent.join('')).not.toContain('الورود');
    const shown = async () => (await getTranslations(facilitator, ids)).translations;
    expect(await shown()).toMatchObject([
      { origin: 'machine', text: 'Nobody came at night.', checkedBy: null },
    ]);
    const by = { ...facilitator, user: { name: 'Farid' } };
    await checkTranslation(by, { ...ids, language: 'en', revision: 1 });
    expect(await shown()).toMatchObject([{ checkedBy: 'Farid' }]);
  });

  it('goes with the words when the study is past its time', async () => {
    const { organisationId, studyId, panelId } = study;
    await getDatabase()
      .update(studies)
      .set({
        ...{ state: 'closed', closedAt: new Date('2020-01-01'), retentionMonths: 1 },
        ...{ retentionFirstWarningOn: '2020-02-01', retentionLastWarningOn: '2020-03-01' },
      })
      .where(eq(studies.id, studyId));
    expect(await purgeStudy({ organisationId, studyId }, '2026-03-01')).toBe(true);
    for (const table of ['theme_drafts', 'contribution_translations', 'code_assignments']) {
      const left = sql`select 1 from ${sql.identifier(table)} where panel_id = ${panelId}`;
      expect(await look(left)).toEqual([]);
    }
  });
});
