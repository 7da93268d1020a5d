import type { Share } from '#analysis/monitoring/oversight/cases-for-width.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import type { RecordMode } from '#db/schema/monitoring-record.ts';
import { everybody, fewestShown, inNewestMode, seriesOf } from '../series.ts';
import { steadyRecords, type PeriodCells } from '../steady-records.ts';

/** First day, the day after the last, whether newer numbers wait, and whether anybody acted on the output. */
export type Span = { from: string; to: string; isBehind: boolean; mode: RecordMode };

/** Shares of everybody that were sent of a metric, in the newest mode, with what they took the place of. */
export const sharesOf = (history: readonly WatchedRecord[], metric: string): WatchedRecord[] =>
  inNewestMode(
    history.filter(
      (record) => record.metric === metric && record.kind === 'proportion' && record.cohort === '',
    ),
  );

export function spanOf(records: readonly WatchedRecord[], isBehind: boolean): Span | null {
  const from = records.map((record) => record.from).sort()[0];
  const to = records
    .map((record) => record.to)
    .sort()
    .at(-1);
  const mode = records[0]?.mode;
  if (from === undefined || to === undefined || mode === undefined) return null;
  return { from, to, isBehind, mode };
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
  const span = spanOf(steady.records, steady.isBehind);
  return total && span && total.n >= fewestShown ? { ...span, x: total.x, n: total.n } : null;
}
