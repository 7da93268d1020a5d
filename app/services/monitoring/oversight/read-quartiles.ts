import type { Quartiles } from '#analysis/monitoring/oversight/median-error.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { fewestShown, inNewestMode, numberOf } from '../series.ts';

/** How minutes were measured; `unsaid`: the sender did not say. */
export const timeMethods = ['timed', 'log', 'self-report', 'unsaid'] as const;
export type TimeMethod = (typeof timeMethods)[number];

export type PeriodQuartiles = Quartiles & { from: string; to: string };

function quartilesOf({ detail, value, from, to }: WatchedRecord): PeriodQuartiles | null {
  const [n, q1, q3] = ['n', 'q1', 'q3'].map((name) => numberOf(detail, name));
  const found = { n: n ?? NaN, q1: q1 ?? NaN, median: value ?? NaN, q3: q3 ?? NaN, from, to };
  // Comparisons with a number that is missing are false.
  const isWhole = found.q1 <= found.median && found.median <= found.q3;
  // Quartiles of a few are nearly their own values.
  return isWhole && found.n >= fewestShown ? found : null;
}

/** Quartiles of everybody by period, newest first; of two versions in one period that with more cases. */
export function readQuartiles(
  records: readonly WatchedRecord[],
  metric: string,
): (PeriodQuartiles & { method: TimeMethod })[] {
  const own = inNewestMode(
    records.filter(
      ({ metric: code, kind, dimension, cohort, replacedAt }) =>
        code === metric &&
        kind === 'quantiles' &&
        dimension === '' &&
        cohort === '' &&
        replacedAt === null,
    ),
  );
  const found = new Map<string, PeriodQuartiles & { method: TimeMethod }>();
  for (const record of own) {
    const quartiles = quartilesOf(record);
    if (!quartiles) continue;
    const method = methodOf(record);
    const key = `${method}\n${record.from}`;
    if ((found.get(key)?.n ?? 0) < quartiles.n) found.set(key, { ...quartiles, method });
  }
  return [...found.values()].sort((a, b) => (a.from < b.from ? 1 : -1));
}

/** By the part, or else by the way of computing that the record names. */
function methodOf({ part, detail }: WatchedRecord): TimeMethod {
  const named = part === '' ? detail?.['method'] : part;
  const code = typeof named === 'string' ? named.replaceAll('_', '-') : '';
  return timeMethods.find((method) => method === code) ?? 'unsaid';
}
