import type { BatchWarning } from '#db/schema/monitoring-batch.ts';
import type { Cadence } from '#db/schema/monitoring-plan.ts';
import { addDays } from '../../days.ts';
import type { PlannedMetric } from '../monitoring/internal.server.ts';
import { metricPacks } from '../monitoring/metrics.ts';
import { recordCode } from '../monitoring/series.ts';
import type { SentRecord } from './record-schema.ts';

export type Planned = Pick<PlannedMetric, 'metric' | 'cadence'>;
type Period = SentRecord['period'];

const months: Partial<Record<Cadence, number>> = { month: 1, quarter: 3, year: 12 };

function isWhole(cadence: Cadence, { start, end }: Period): boolean {
  const count = months[cadence];
  if (count === undefined) return end === addDays(start, cadence === 'day' ? 1 : 7);
  const day = new Date(start);
  day.setUTCMonth(day.getUTCMonth() + count);
  return end === day.toISOString().slice(0, 10);
}

const packed: ReadonlySet<string> = new Set(
  metricPacks.flatMap(({ metrics }) => metrics.map(({ code }) => recordCode(code))),
);

/** A period that is none of the planned cadence; of one metric and period once. */
export type OffCadence = { metric: string; cadence: Cadence } & Period;

/** What people do about an output that they see: in the silent mode nobody sees it. */
const ofReaction: ReadonlySet<string> = new Set([
  'override',
  'override-reason',
  'override-when-right',
  'accept-when-wrong',
  'planted-errors-passed',
  'review-time',
  'alert-to-action',
  'alert-acted-on',
  'correction-time',
]);

/** What whoever sends records should know before they are stored: nothing of it keeps them from it. */
export function noticedFor(
  records: readonly SentRecord[],
  planned: readonly Planned[],
): BatchWarning[] {
  const offCadence = new Map<string, OffCadence>();
  const unwatched = new Set<string>();
  const unseen = new Set<string>();
  for (const { metric, period, mode } of records) {
    if (mode === 'silent' && ofReaction.has(metric)) unseen.add(metric);
    const own = planned.filter((one) => recordCode(one.metric) === metric);
    const [first] = own;
    if (!first && !packed.has(metric)) unwatched.add(metric);
    if (!first || own.some(({ cadence }) => isWhole(cadence, period))) continue;
    const { cadence } = first;
    offCadence.set([metric, period.start, period.end].join(' '), { metric, cadence, ...period });
  }
  return [
    ...[...offCadence.values()].map((detail) => ({ code: 'period-not-planned', detail })),
    ...[...unwatched].map((metric) => ({ code: 'metric-not-watched', detail: { metric } })),
    ...[...unseen].map((metric) => ({ code: 'reaction-in-silent-mode', detail: { metric } })),
  ];
}
