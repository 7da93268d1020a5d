import { findPanelBySlug } from '#db/queries/panel.server.ts';
import { listPrintedReplies } from '#db/queries/theme-check.server.ts';
import { listThemeReports } from '#db/queries/theme-report.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { readQuotes } from './read-quotes.server.ts';
import type { ThemeReportContent } from './report-content.ts';
import { withVersions } from './with-versions.ts';

/**
 * The newest theme report of a coding, for anybody, once the panel's outcomes are published. Why somebody
 * flagged a text is for those who answer it; that it was flagged, and the answer, are for all.
 */
export async function getPublicReport({ slug, reportId }: { slug: string; reportId: string }) {
  const panel = await withActor({ kind: 'public', key: slug }, (tx) =>
    findPanelBySlug(tx, { slug }),
  );
  if (!panel) throw new ServiceError('not-found');
  const { organisationId, id: panelId } = panel;
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    const reports = withVersions(await listThemeReports(tx, { organisationId, panelId }));
    const report = reports.find(({ id }) => id === reportId);
    const newest = reports.find(({ codingId }) => codingId === report?.codingId);
    if (!report?.codingId || newest?.id !== report.id) throw new ServiceError('not-found');
    const content = report.content as ThemeReportContent;
    const of = { organisationId, panelId, codingId: report.codingId };
    return {
      ...{ slug, title: panel.title, version: report.version, content },
      ...{ publishedOn: report.publishedOn, supersededOn: report.supersededOn },
      quotes: await readQuotes(tx, of, content),
      printed: await listPrintedReplies(tx, of),
    };
  });
}

export type PublicThemeReport = Awaited<ReturnType<typeof getPublicReport>>;
