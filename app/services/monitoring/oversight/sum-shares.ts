import type { Share } from '#analysis/monitoring/oversight/cases-for-width.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import type { RecordMode } from '#db/schema/monitoring-record.ts';
import { everybody, fewestShown, inNewestMode, seriesOf } from '../series.ts';
import { spanOf, type Days } from '../span-of.ts';
import { steadyRecords, type PeriodCells, type SteadyRecords } from '../steady-records.ts';

/** First day, the day after the last, whether newer numbers wait, and whether anybody acted on the output. */
export type Span = Days & { isBehind: boolean; mode: RecordMode };

/** Shares of everybody that were sent of a metric, in the newest mode, with what they took the place of. */
export const sharesOf = (history: readonly WatchedRecord[], metric: string): WatchedRecord[] =>
  inNewestMode(
    history.filter(
      (record) => record.metric === metric && record.kind === 'proportion' && record.cohort === '',
    ),
  );

/** What is added up of it; null of nothing. */
export function countedSpan({ records, isBehind }: SteadyRecords): Span | null {
  const [days, mode] = [spanOf(records), records[0]?.mode];
  return days === null || mode === undefined ? null : { ...days, isBehind, mode };
}

export type Total = Share & Span;

/** A share over all of its periods, as far as they may be added up; of nobody, or of a few, there is none. */
export function totalOf(
  history: readonly WatchedRecord[],
  metric: string,
  today: string,
): Total | null {
  const own = sharesOf(history, metric).filter(
    ({ dimension, part }) => dimension === '' && part === '',
  );
  const cells: PeriodCells = (records, day) => {
    const point = seriesOf(records, metric, everybody, day)[0];
    return point ? [{ x: point.x, n: point.n }] : null;
  };
  const steady = steadyRecords(own, cells, today);
  const [total] = steady.totals;
  const span = countedSpan(steady);
  return total && span && total.n >= fewestShown ? { ...span, x: total.x, n: total.n } : null;
}
