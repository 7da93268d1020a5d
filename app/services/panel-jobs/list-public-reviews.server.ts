import { listJobReports } from '#db/queries/panel-job.server.ts';
import { findPanelBySlug } from '#db/queries/panel.server.ts';
import { withActor } from '../../database.server.ts';
import type { JobContent } from './job-content.ts';

export type ReviewedText = { id: string; slug: string; name: string; publishedOn: string };

/** Texts that people of a panel have read, for anybody; none while its outcomes are not published. */
export async function listPublicReviews({ slug }: { slug: string }): Promise<ReviewedText[]> {
  const panel = await withActor({ kind: 'public', key: slug }, (tx) =>
    findPanelBySlug(tx, { slug }),
  );
  if (!panel) return [];
  const { organisationId, id: panelId } = panel;
  const reports = await withActor({ kind: 'system', organisationId }, (tx) =>
    listJobReports(tx, { organisationId, panelId }),
  );
  return reports.flatMap(({ id, content, publishedOn, supersededOn }) => {
    const job = content as JobContent;
    const isStanding = job.job === 'review' && supersededOn === null;
    return isStanding ? [{ id, slug, name: job.name, publishedOn }] : [];
  });
}
