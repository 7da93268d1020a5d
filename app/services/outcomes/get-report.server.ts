import type { Member } from '#db/actor.server.ts';
import { findReport, listReports } from '#db/queries/panel-report.server.ts';
import { ServiceError } from '../../errors.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import type { ReportContent } from './report-content.ts';
import { reportFormKinds } from './report-forms.ts';

/** A version as it was published. */
export async function getReport(
  member: Member,
  { panelId, number }: { panelId: string; number: number },
) {
  const ofPanel = { organisationId: member.organisationId, panelId };
  return readPanel(member, { panelId }, async (tx) => {
    const report = await findReport(tx, { ...ofPanel, number });
    const isForm = reportFormKinds.some((kind) => kind === report?.kind);
    if (!report || !isForm) throw new ServiceError('not-found');
    const versions = await listReports(tx, ofPanel);
    const version = versions.find((each) => each.number === number);
    const newer = versions.find((each) => each.kind === report.kind && each.number > number);
    return {
      content: report.content as ReportContent,
      number,
      publishedOn: version?.publishedOn ?? '',
      contentHash: version?.contentHash ?? '',
      supersededOn: version?.supersededOn ?? null,
      replacedBy: newer?.number ?? null,
    };
  });
}
