import type { RecordRow } from './record-rows.ts';

/** What part of all minutes down the longest outage took, in the last months: one came all at once. */
const shares = [0.4, 0.5, 1, 0.25];

/** The longest outage of the last months, for the one system whose sender counts it. */
export function longestOutages(rows: readonly RecordRow[]): RecordRow[] {
  return rows
    .filter(({ metric }) => metric === 'uptime')
    .slice(-shares.length)
    .map((row, place) => ({
      ...{ ...row, metric: 'longest-outage', kind: 'value', numerator: null, denominator: null },
      value: Math.round(((row.denominator ?? 0) - (row.numerator ?? 0)) * (shares[place] ?? 1)),
    }));
}
