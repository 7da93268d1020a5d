import type { Member } from '#db/actor.server.ts';
import { listReports } from '#db/queries/panel-report.server.ts';
import { listThemeReports } from '#db/queries/theme-report.server.ts';
import { listRatings } from '#db/queries/report-records.server.ts';
import { withActor } from '../../database.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import type { ThemeReportContent } from '../themes/report-content.ts';
import { presentRatings } from './present-ratings.ts';
import { reportFormKinds, type ReportFormKind } from './report-forms.ts';

export type ReportVersion = {
  number: number;
  kind: ReportFormKind;
  publishedOn: string;
  /** Words it stands on were taken back on this day. */
  supersededOn: string | null;
  /** A newer one of the same form. */
  replacedBy: number | null;
};

/** The forms, the versions that were published, and how people rated the rounds. */
export async function getReports(member: Member, { panelId }: { panelId: string }) {
  const { organisationId } = member;
  const page = await readPanel(member, { panelId }, async (tx, panel) => ({
    panel,
    reports: await listReports(tx, { organisationId, panelId }),
    themes: await listThemeReports(tx, { organisationId, panelId }),
  }));
  const { frame, panel, reports } = page;
  const rounds = await withActor({ kind: 'system', organisationId }, (tx) =>
    listRatings(tx, { organisationId, panelId }),
  );
  const versions = reports.flatMap(
    ({ kind, number, publishedOn, supersededOn }): ReportVersion[] => {
      const form = reportFormKinds.find((each) => each === kind);
      if (form === undefined) return [];
      const newer = reports.find((each) => each.kind === kind && each.number > number);
      return [{ number, publishedOn, supersededOn, kind: form, replacedBy: newer?.number ?? null }];
    },
  );
  return {
    themeReports: page.themes.flatMap(({ codingId, content, publishedOn, supersededOn }) =>
      codingId === null || supersededOn !== null
        ? []
        : [{ codingId, title: (content as ThemeReportContent).title, publishedOn }],
    ),
    ...{ frame, versions, minimumGroup: panel.minimumGroup },
    ratings: presentRatings(rounds, panel.minimumGroup),
  };
}
