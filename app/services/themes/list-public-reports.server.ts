import { findPanelBySlug } from '#db/queries/panel.server.ts';
import { listThemeReports } from '#db/queries/theme-report.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import type { ThemeReportContent } from './report-content.ts';

export type ListedReport = { id: string; slug: string; title: LocalText; publishedOn: string };

/** Theme reports of a panel that stand, newest first, for anybody; none while its outcomes are not published. */
export async function listPublicReports({ slug }: { slug: string }): Promise<ListedReport[]> {
  const panel = await withActor({ kind: 'public', key: slug }, (tx) =>
    findPanelBySlug(tx, { slug }),
  );
  if (!panel) return [];
  const { organisationId, id: panelId } = panel;
  const reports = await withActor({ kind: 'system', organisationId }, (tx) =>
    listThemeReports(tx, { organisationId, panelId }),
  );
  return reports.flatMap(({ id, content, publishedOn, supersededOn }) =>
    supersededOn === null
      ? [{ id, slug, title: (content as ThemeReportContent).title, publishedOn }]
      : [],
  );
}
