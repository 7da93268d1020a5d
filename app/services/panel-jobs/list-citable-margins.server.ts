import type { Member } from '#db/actor.server.ts';
import { listJobReports } from '#db/queries/panel-job.server.ts';
import { findPanel } from '#db/queries/panel.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import type { Subject } from '#surveys/model/subject.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { panelSites } from '../panels/read-panel.server.ts';
import type { JobContent, MarginContent } from './job-content.ts';

export type CitableMargin = Pick<MarginContent, 'metric' | 'unit' | 'median' | 'middleHalf'> & {
  subject: Extract<Subject, { kind: 'panel-report' }>;
  panelTitle: LocalText;
  people: number;
  publishedOn: string;
};

/**
 * How large a difference matters by what panels said, for whoever plans what to watch. Published results
 * that stand, of panels at the member's sites; read as the system, since those who plan see no panels.
 */
export async function listCitableMargins(member: Member): Promise<CitableMargin[]> {
  authorise(member, 'sites.read');
  const { organisationId, siteIds } = member;
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    const margins: CitableMargin[] = [];
    for (const report of await listJobReports(tx, { organisationId })) {
      const content = report.content as JobContent;
      if (content.job !== 'margin' || report.supersededOn !== null) continue;
      const panel = await findPanel(tx, { organisationId, panelId: report.panelId });
      if (!panel) continue;
      const isSeen = siteIds === null || panelSites(panel).every((site) => siteIds.includes(site));
      if (!isSeen) continue;
      const { metric, unit, median, middleHalf, people } = content;
      margins.push({
        subject: { kind: 'panel-report', id: report.id },
        ...{ metric, unit, median, middleHalf, people: people.total },
        ...{ panelTitle: panel.title, publishedOn: report.publishedOn },
      });
    }
    return margins;
  });
}
