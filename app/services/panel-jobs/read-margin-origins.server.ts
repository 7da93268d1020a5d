import { listJobReports } from '#db/queries/panel-job.server.ts';
import { findPanel } from '#db/queries/panel.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import type { JobContent } from './job-content.ts';

/** Whose a margin is, and what was asked: panels are asked about a subject in words, never about one system. */
export type MarginOrigin = {
  panel: LocalText;
  round: number;
  subject: string;
  median: number;
  publishedOn: string;
  /** Words it rests on were taken back. */
  isSuperseded: boolean;
};
export type MarginOrigins = Record<string, MarginOrigin>;

/** Origins of margins by their results. What is cited names its source to whoever reads it, so read as the system. */
export async function readMarginOrigins(
  organisationId: string,
  groups: readonly { marginReportId: string | null }[],
): Promise<MarginOrigins> {
  const cited = new Set(groups.map(({ marginReportId }) => marginReportId));
  if (cited.size === 0 || (cited.size === 1 && cited.has(null))) return {};
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    const origins: MarginOrigins = {};
    for (const report of await listJobReports(tx, { organisationId })) {
      const content = report.content as JobContent;
      if (!cited.has(report.id) || content.job !== 'margin') continue;
      const panel = await findPanel(tx, { organisationId, panelId: report.panelId });
      if (!panel) continue;
      const { metric: subject, median, roundNumber: round } = content;
      origins[report.id] = {
        ...{ panel: panel.title, round, subject, median, publishedOn: report.publishedOn },
        isSuperseded: report.supersededOn !== null,
      };
    }
    return origins;
  });
}
