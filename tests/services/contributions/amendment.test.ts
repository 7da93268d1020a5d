import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { contentHash } from '#app/services/content-hash.server.ts';
import { amendRedaction } from '#app/services/contributions/amend-redaction.server.ts';
import { getContribution } from '#app/services/contributions/get-contribution.server.ts';
import { getRedaction } from '#app/services/contributions/get-redaction.server.ts';
import { moderateContribution } from '#app/services/contributions/moderate-contribution.server.ts';
import { redactContribution } from '#app/services/contributions/redact-contribution.server.ts';
import { saveTranslation } from '#app/services/contributions/save-translation.server.ts';
import { withdrawFor } from '#app/services/contributions/withdraw-for.server.ts';
import { addSuggestion } from '#app/services/outcomes/add-suggestion.server.ts';
import { getDecisions } from '#app/services/outcomes/get-decisions.server.ts';
import { today } from '#app/today.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { contributions } from '#db/schema/contribution.ts';
import { panelReportContributions, panelReports } from '#db/schema/panel-report.ts';
import { quotes } from '#db/schema/quote.ts';
import { panelTellings } from '#db/schema/suggestion.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { ask, send, setUpPanel, type PanelBench } from './support/panel-bench.ts';

describeOnDatabases('words that others read already', () => {
  let bench: PanelBench;
  beforeAll(async () => {
    bench = await setUpPanel();
  });

  const words = 'Nurse Okafor of ward Rosehill helped me. The night was long and nobody came.';
  const redacted = words.replace('Okafor', '[left out]');
  const far = 'The night was long';
  const reason = 'A ward can be recognised';

  /** Accepted, quoted in two places, translated, and what a report was built on. */
  async function accepted() {
    const { panel, facilitator, moderator, translator } = bench;
    const { organisationId, panelId, reportId } = panel;
    const contributionId = await send(panel, { text: words, promptId: await ask(panel) });
    const ids = { panelId, contributionId };
    const choice = { hide: [], words: 'Okafor' };
    await redactContribution(moderator, { ...ids, choice, revision: 1 });
    await moderateContribution(moderator, {
      ...{ ...ids, revision: 2, decision: { verdict: 'accepted' } },
    });
    const quote = async (text: string) =>
      addSuggestion(facilitator, {
        ...{ panelId, text: { en: 'Be there at night' } },
        contributions: [{ contributionId, quote: text }],
      });
    await quote('ward Rosehill helped me');
    await quote(far);
    await saveTranslation(translator, {
      ...{ ...ids, language: 'de', text: 'Sie half mir', revision: 0 },
      ...{ source: contentHash(redacted) },
    });
    await getDatabase()
      .insert(panelReportContributions)
      .values({ organisationId, panelId, reportId, contributionId });
    return ids;
  }

  const amend = (ids: { panelId: string; contributionId: string }, more = 'rosehill') =>
    amendRedaction(bench.moderator, { ...ids, words: more, reason, revision: 3 });

  const quoted = async (contributionId: string) => {
    const db = getDatabase();
    const [row] = await db.select().from(contributions).where(eq(contributions.id, contributionId));
    const rows = await db
      .select()
      .from(quotes)
      .where(eq(quotes.contributionId, contributionId))
      .orderBy(quotes.start);
    return rows.map(({ start, end }) => row?.text?.slice(start, end));
  };

  const supersededOn = async () => {
    const [report] = await getDatabase()
      .select()
      .from(panelReports)
      .where(eq(panelReports.id, bench.panel.reportId));
    return report?.supersededOn;
  };

  it('loses a name that was noticed later, with the quotes, reports and translations that held it', async () => {
    const ids = await accepted();
    expect(await quoted(ids.contributionId)).toEqual(['ward Rosehill helped me', far]);
    expect(await supersededOn()).toBeNull();
    const { original } = await getRedaction(bench.moderator, ids);
    expect(original.spans.map(({ start, end }) => words.slice(start, end))).toEqual(['Okafor']);
    await amend(ids);
    const page = await getContribution(bench.facilitator, ids);
    expect(page.contribution).toMatchObject({
      state: 'accepted',
      text: 'Nurse [left out] of ward [left out] helped me. The night was long and nobody came.',
    });
    expect(page.translations).toEqual([]);
    const late = { language: 'de', text: 'Station Rosehill', revision: 0 } as const;
    await expect(
      saveTranslation(bench.translator, { ...ids, ...late, source: contentHash(redacted) }),
    ).rejects.toMatchObject({ code: 'conflict', reason: 'contribution-changed' });
    expect(page.events.at(-1)).toMatchObject({ kind: 'redacted-again', note: reason });
    expect(await quoted(ids.contributionId)).toEqual([far]);
    expect(await supersededOn()).toBe(today());
    expect(JSON.stringify(await getDecisions(bench.facilitator, ids))).not.toContain(
      'Rosehill helped',
    );
    const { organisationId } = bench.workspace;
    const ofOwn = eq(auditEntries.organisationId, organisationId);
    const trail = await getDatabase().select().from(auditEntries).where(ofOwn);
    const detail = { contribution: ids.contributionId, reason, quotes: 1, reports: 1 };
    expect(trail.filter(({ action }) => action === 'contribution.redacted-again')).toMatchObject([
      { actor: bench.moderator.userId, detail },
    ]);
    const tellings = await getDatabase().select().from(panelTellings);
    expect(tellings.map(({ news }) => news)).toContain(`contribution:${ids.contributionId}:4`);
  });

  describe('stay as they are', () => {
    it.each([
      ['not-there', 'words-not-found'],
      ['Okafor', 'nothing-more'],
    ])('when what is to go is “%s”: %s', async (more, code) => {
      const ids = await accepted();
      await expect(amend(ids, more)).rejects.toMatchObject({ reason: code });
      expect(await quoted(ids.contributionId)).toEqual(['ward Rosehill helped me', far]);
    });

    it('without a reason, or for somebody who may not read originals', async () => {
      const ids = await accepted();
      const change = { ...ids, words: 'Rosehill', reason, revision: 3 };
      await expect(
        amendRedaction(bench.moderator, { ...change, reason: ' ' }),
      ).rejects.toMatchObject({
        reason: 'amend-reason-missing',
      });
      for (const who of [bench.researcher, bench.translator]) {
        await expect(amendRedaction(who, change)).rejects.toMatchObject({ code: 'forbidden' });
      }
      expect((await getContribution(bench.facilitator, ids)).contribution.text).toContain(
        'Rosehill',
      );
    });
  });

  it('are changed by one of two who act at once, and the other is told', async () => {
    const ids = await accepted();
    const both = await Promise.allSettled([amend(ids, 'Rosehill'), amend(ids, 'nobody came')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', reason: 'contribution-changed' },
    });
    const { events } = await getContribution(bench.facilitator, ids);
    expect(events.filter(({ kind }) => kind === 'redacted-again')).toHaveLength(1);
  });

  it('are gone when their author takes them back at the same moment', async () => {
    const ids = await accepted();
    const back = withdrawFor(bench.facilitator, { ...ids, readBackOn: today() });
    const [withdrawn] = await Promise.allSettled([back, amend(ids)]);
    expect(withdrawn.status).toBe('fulfilled');
    const { contribution } = await getContribution(bench.facilitator, ids);
    expect(contribution).toMatchObject({ state: 'withdrawn', text: null });
    expect(await quoted(ids.contributionId)).toEqual([]);
  });
});
