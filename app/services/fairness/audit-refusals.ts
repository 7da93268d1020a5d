import type { FairnessAudit } from '#db/queries/fairness-audit.server.ts';
import type { PlannedMetric } from '../monitoring/internal.server.ts';
import type { CitableMargin } from '../panel-jobs/list-citable-margins.server.ts';
import { usableMargin } from '../panel-jobs/usable-margins.ts';
import { beginningOf, endOfLastAudit, type RunningVersion } from './asked-period.ts';
import type { PlannedAudit } from './audit-schema.ts';
import { isReplaceable } from './audit-state.ts';

/** What stands at the place that an audit is to ask of. */
export type AskedPlace = {
  metrics: readonly PlannedMetric[];
  margins: readonly CitableMargin[];
  rows: readonly FairnessAudit[];
  versions: readonly RunningVersion[];
  today: string;
};

/** What a person typed, as far as it can be read. */
export type TypedAudit = { [Field in keyof PlannedAudit]?: PlannedAudit[Field] | undefined };

/** Metrics of which an audit may ask. */
export const askable = (metrics: readonly PlannedMetric[]) =>
  metrics.filter(({ subgroups }) => subgroups.length > 0);

type Refusal = readonly [keyof PlannedAudit, string];

function periodRefusals(form: TypedAudit, { metrics, rows, versions }: AskedPlace): Refusal[] {
  const { metricId, versionId, beginning, firstDay = null, lastDay } = form;
  const metric = metrics.find(({ id }) => id === metricId);
  const version = versions.find((one) => one.versionId === versionId) ?? null;
  const lastEnd = metric ? endOfLastAudit(rows, metric) : null;
  if (beginning === undefined) return [];
  if (beginning === 'audit' && metric && lastEnd === null) {
    return [['beginning', 'audit-none-before']];
  }
  const from = beginningOf({ beginning, firstDay }, version, lastEnd);
  return lastDay && from !== null && lastDay < from ? [['lastDay', 'audit-period-empty']] : [];
}

/** All for which this place refuses the question, each by its field; of what cannot be read nothing. */
export function auditRefusals(form: TypedAudit, place: AskedPlace): Record<string, string> {
  const { metricId, marginReportId, versionId, dueOn, supersedesId } = form;
  const isAskable = askable(place.metrics).some(({ id }) => id === metricId);
  const isHere = place.versions.some((one) => one.versionId === versionId);
  const older = place.rows.find(({ audit }) => audit.id === supersedesId);
  const isFree = older !== undefined && isReplaceable(place.rows, older);
  const found: Refusal[] = [
    ...(metricId !== undefined && !isAskable
      ? [['metricId', 'audit-without-groups'] as const]
      : []),
    ...(marginReportId && !usableMargin(place.margins, marginReportId)
      ? [['marginReportId', 'audit-margin-gone'] as const]
      : []),
    ...(versionId && !isHere ? [['versionId', 'version-unknown'] as const] : []),
    ...periodRefusals(form, place),
    ...(dueOn !== undefined && dueOn < place.today ? [['dueOn', 'audit-due-past'] as const] : []),
    ...(supersedesId && !isFree ? [['supersedesId', 'audit-superseded'] as const] : []),
  ];
  return Object.fromEntries(found);
}
