import type { Member } from '#db/actor.server.ts';
import { listNarratives } from '#db/queries/panel-report.server.ts';
import { withActor } from '../../database.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import { collectFacts } from './collect-facts.server.ts';
import { reportItems } from './report-content.ts';
import { narrativeKey, type ReportFormKind } from './report-forms.ts';

/** A reporting form with what the records say to each item and what facilitators have written. */
export async function getReportForm(
  member: Member,
  { panelId, kind }: { panelId: string; kind: ReportFormKind },
) {
  const { organisationId } = member;
  const page = await readPanel(member, { panelId }, async (tx, panel) => ({
    panel,
    narratives: await listNarratives(tx, { organisationId, panelId }),
  }));
  const { frame, panel, narratives } = page;
  const records = await withActor({ kind: 'system', organisationId }, (tx) =>
    collectFacts(tx, panel),
  );
  const revisionOf = (key: string) => narratives.find(({ item }) => item === key)?.revision ?? 0;
  return {
    ...{ frame, kind, minimumGroup: panel.minimumGroup },
    items: reportItems(kind, records, narratives).map((item) => ({
      ...item,
      revision: revisionOf(narrativeKey(kind, item.id)),
    })),
  };
}
