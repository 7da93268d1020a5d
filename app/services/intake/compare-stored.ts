import { isDeepStrictEqual } from 'node:util';
import type { CurrentRecord, Series } from '#db/queries/monitoring-record.server.ts';
import type { RecordRow } from './record-row.ts';

type InSeries = Omit<Series, 'from' | 'to'>;

const keyOf = ({ metric, part, cohort, mode }: InSeries, dimension: string, level: string) =>
  `${metric}\n${part}\n${cohort}\n${mode}\n${dimension}\n${level}`;

export const seriesKey = (row: InSeries) => keyOf(row, row.dimension, row.level);
/** Of everybody beside a group. */
export const overallKey = (row: InSeries) => keyOf(row, '', '');

/** Which series to look up for some records, each over all of their days; of some that of everybody too. */
export function seriesOf(
  rows: readonly RecordRow[],
  withOverall: ReadonlySet<RecordRow>,
): Series[] {
  const found = new Map<string, Series>();
  const ask = (row: RecordRow, key: string, dimension: string, level: string) => {
    const { period_from: from, period_to: to } = row;
    const known = found.get(key);
    if (!known) {
      const { metric, part, cohort, mode } = row;
      found.set(key, { metric, part, cohort, dimension, level, mode, from, to });
      return;
    }
    if (from < known.from) known.from = from;
    if (to > known.to) known.to = to;
  };
  for (const row of rows) {
    ask(row, seriesKey(row), row.dimension, row.level);
    if (withOverall.has(row)) ask(row, overallKey(row), '', '');
  }
  return [...found.values()];
}

export function bySeries(stored: readonly CurrentRecord[]): Map<string, CurrentRecord[]> {
  const found = new Map<string, CurrentRecord[]>();
  for (const record of stored) {
    const key = seriesKey(record);
    const own = found.get(key);
    if (own) own.push(record);
    else found.set(key, [record]);
  }
  return found;
}

export const isSamePeriod = (a: RecordRow, b: CurrentRecord) =>
  a.period_from === b.period_from && a.period_to === b.period_to;

export const meets = (a: RecordRow, b: CurrentRecord) =>
  a.period_from < b.period_to && a.period_to > b.period_from;

const compared = [
  ...(['kind', 'numerator', 'denominator', 'value', 'eligible', 'scored', 'labelled'] as const),
  ...(['ascertainment', 'sampling_probability', 'matures_on'] as const),
];

/** As JSON has it: a zero below zero is a zero. */
const asStored = (detail: RecordRow['detail']): unknown => JSON.parse(JSON.stringify(detail));

/** Whether a record says what the stored one of the same series and period says. */
export function saysTheSame(row: RecordRow, stored: CurrentRecord): boolean {
  return (
    compared.every((field) => row[field] === stored[field]) &&
    isDeepStrictEqual(asStored(row.detail), stored.detail)
  );
}
