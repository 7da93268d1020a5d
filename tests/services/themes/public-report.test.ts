import { eq } from 'drizzle-orm';
import { createElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { beforeAll, expect, it } from 'vitest';
import { ThemeReport } from '#app/components/themes/report/theme-report.tsx';
import { getDatabase, withActor } from '#app/database.server.ts';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { PublishReport } from '#app/routes/_workspace.panels.$panelId.themes_.$codingId.report/publish-report.tsx';
import { WhereItStands } from '#app/routes/_workspace.panels.$panelId.themes_.$codingId.report/where-it-stands.tsx';
import { withdrawContribution } from '#app/services/contributions/withdraw-contribution.server.ts';
import { publishOutcomes } from '#app/services/panels/publish-outcomes.server.ts';
import { getReports } from '#app/services/outcomes/get-reports.server.ts';
import { answerFlag } from '#app/services/themes/answer-flag.server.ts';
import { closeCheck } from '#app/services/themes/close-check.server.ts';
import { getFlagsPage } from '#app/services/themes/get-flags-page.server.ts';
import { getReportPage } from '#app/services/themes/get-report-page.server.ts';
import { getPublicReport } from '#app/services/themes/get-public-report.server.ts';
import { listPublicReports } from '#app/services/themes/list-public-reports.server.ts';
import { openCheck } from '#app/services/themes/open-check.server.ts';
import { publishReport } from '#app/services/themes/publish-report.server.ts';
import { raiseFlag } from '#app/services/themes/raise-flag.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { contributionTranslations } from '#db/schema/contribution-translation.ts';
import { panels } from '#db/schema/panel.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { renderInRouter } from '../../app/components/support/render-in-router.tsx';
import { endRound, revisionOf } from '../support/panel-set-up.ts';
import { buildWorker } from '../results/worker-thread.ts';
import { themedRound } from './themed-round.ts';

describeOnDatabases('a theme report for anybody', () => {
  let facilitator: Member;
  beforeAll(async () => {
    await buildWorker();
    facilitator = await createMember(await createWorkspace(), 'facilitator');
  });

  /** A published report with a flag, and the address of its panel. */
  async function published() {
    const { round } = await themedRound(facilitator);
    const ids = { panelId: round.panelId, codingId: round.codingId };
    await endRound(facilitator, round);
    const flag = { contributionId: round.said[8] ?? '', reason: 'She may fall' };
    await raiseFlag(facilitator, { ...ids, ...flag });
    const [raised] = (await getFlagsPage(facilitator, ids)).flags;
    await answerFlag(facilitator, { ...ids, flagId: raised?.id ?? '', answer: 'We look at beds' });
    await openCheck(facilitator, { ...ids, closesOn: '2099-01-01' });
    await closeCheck(facilitator, ids);
    await publishReport(facilitator, ids);
    const ofPanel = eq(panels.id, round.panelId);
    const [row] = await getDatabase().select({ slug: panels.slug }).from(panels).where(ofPanel);
    return { round, ids, slug: row?.slug ?? '' };
  }

  async function publishPanel(panelId: string): Promise<void> {
    const revision = await revisionOf(facilitator, panelId);
    await publishOutcomes(facilitator, { panelId, revision, isPublic: true });
  }

  it('is found once the outcomes of its panel are published, with quotes and without reasons', async () => {
    const { round, slug } = await published();
    expect(await listPublicReports({ slug })).toEqual([]);
    await publishPanel(round.panelId);
    const [listed] = await listPublicReports({ slug });
    const reportId = listed?.id ?? '';
    const report = await getPublicReport({ slug, reportId });
    expect(report.quotes.map(({ words }) => words)).toEqual(['I waited for hours']);
    expect(report.content.flags).toMatchObject([{ answer: 'We look at beds' }]);
    expect(JSON.stringify(report)).not.toContain('She may fall');
    const shown = createElement(ThemeReport, { report });
    const i18n = await createI18n('en');
    const page = renderInRouter(createElement(I18nextProvider, { i18n }, shown));
    expect(page).toContain('Somebody of the team flagged a text as rare but important.');
    expect(page).not.toContain('Somebody of the team:');
    expect(JSON.stringify(report)).not.toContain('So long'); // did not agree to be quoted
    const elsewhere = getPublicReport({ slug: 'elsewhere', reportId });
    await expect(elsewhere).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is not listed once words in it were taken back, says so where it was linked, and quotes none of them', async () => {
    const { round, slug } = await published();
    await publishPanel(round.panelId);
    const [listed] = await listPublicReports({ slug });
    const { organisationId } = facilitator;
    const [contributionId = ''] = round.said;
    const memberId = round.people[0]?.memberId ?? '';
    await withActor({ kind: 'system', organisationId }, (tx) =>
      withdrawContribution(tx, { organisationId, contributionId, memberId }),
    );
    expect(await listPublicReports({ slug })).toEqual([]);
    const report = await getPublicReport({ slug, reportId: listed?.id ?? '' });
    expect(report.supersededOn).not.toBeNull();
    expect(report.quotes).toEqual([]);
  });

  it('shows a quote with its translation where a person has checked one', async () => {
    const { round, slug } = await published();
    await publishPanel(round.panelId);
    const { organisationId, userId } = facilitator;
    const [contributionId = ''] = round.said;
    const of = { organisationId, panelId: round.panelId, contributionId };
    const made = { origin: 'human', by: 'Ana', byUserId: null } as const;
    await getDatabase()
      .insert(contributionTranslations)
      .values([
        {
          ...of,
          ...made,
          language: 'ar',
          text: 'انتظرت ساعات',
          checkedBy: userId,
          checkedOn: today(),
        },
        { ...of, ...made, language: 'de', text: 'Stundenlang gewartet' },
      ]);
    const [listed] = await listPublicReports({ slug });
    const report = await getPublicReport({ slug, reportId: listed?.id ?? '' });
    const i18n = await createI18n('ar');
    const shown = createElement(ThemeReport, { report });
    const page = renderInRouter(createElement(I18nextProvider, { i18n }, shown));
    expect(page).toContain('I waited for hours');
    expect(page).toContain('ترجمه إنسان');
    expect(page).toContain('<q>انتظرت ساعات</q>');
    expect(JSON.stringify(report)).not.toContain('Stundenlang');
  });

  it('is published once it is said what will stand there and for whom, and is linked from then on', async () => {
    const { round, ids } = await published();
    const page = async () => {
      const read = await getReportPage(facilitator, { ...ids, number: null });
      const i18n = await createI18n('en');
      const shown = [
        createElement(PublishReport, { key: 'publish', page: read, home: '/x' }),
        createElement(WhereItStands, { key: 'where', page: read }),
      ];
      return renderInRouter(createElement(I18nextProvider, { i18n }, shown));
    };
    const before = await page();
    const asked = /<details class="confirm">.*<\/details>/s.exec(before)?.[0] ?? '';
    expect(asked).toContain('once the outcomes page of the panel is');
    expect(asked).toContain('Waiting');
    expect(asked).toContain('Texts that nobody has coded: 1.');
    expect(asked).toContain('<form');
    expect(before.replace(asked, '')).not.toContain('<form');
    expect(before).toContain('It is not public');
    await publishPanel(round.panelId);
    expect(await page()).toContain('It will be public at once');
    expect(await page()).toMatch(/href="\/outcomes\/[^"]+\/themes\/[^"]+"/);
    const { versions, themeReports } = await getReports(facilitator, ids);
    expect(versions).toEqual([]);
    expect(themeReports).toMatchObject([{ codingId: ids.codingId }]);
  });

  it('gives way to the next version', async () => {
    const { round, ids, slug } = await published();
    await publishPanel(round.panelId);
    const [first] = await listPublicReports({ slug });
    await publishReport(facilitator, ids);
    const listed = await listPublicReports({ slug });
    expect(listed).toHaveLength(1);
    const reportId = listed[0]?.id ?? '';
    expect(await getPublicReport({ slug, reportId })).toMatchObject({ version: 2 });
    expect(listed[0]?.id).not.toBe(first?.id);
    const former = getPublicReport({ slug, reportId: first?.id ?? '' });
    await expect(former).rejects.toMatchObject({ code: 'not-found' });
  });
});
