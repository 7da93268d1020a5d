import { aucFromCounts } from '#analysis/monitoring/performance/auc-from-counts.ts';
import { sum } from '#analysis/numeric/sum.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { numbersOf } from './series.ts';

const labelled = ({ detail }: WatchedRecord) =>
  sum(numbersOf(detail, 'positives')) + sum(numbersOf(detail, 'negatives'));

/**
 * How well scores tell cases apart. Counts add up bin by bin where the bins are the same: of records in several
 * bins those count that share the bins of most cases.
 */
export function areaOfScores(records: readonly WatchedRecord[]) {
  const sets = new Map<string, WatchedRecord[]>();
  for (const record of records) {
    const edges = numbersOf(record.detail, 'edges').join();
    sets.set(edges, [...(sets.get(edges) ?? []), record]);
  }
  const sizeOf = (own: readonly WatchedRecord[]) => sum(own.map(labelled));
  const [own = []] = [...sets.values()].sort((a, b) => sizeOf(b) - sizeOf(a));
  const bins = Math.max(0, ...own.map(({ detail }) => numbersOf(detail, 'positives').length));
  const sumOf = (name: 'positives' | 'negatives') =>
    Float64Array.from({ length: bins }, (_, bin) =>
      sum(own.map(({ detail }) => numbersOf(detail, name)[bin] ?? 0)),
    );
  const counts = { positives: sumOf('positives'), negatives: sumOf('negatives') };
  return {
    area: aucFromCounts(counts),
    isAreaOfPart: sets.size > 1,
    bins: { ...counts, edges: numbersOf(own[0]?.detail ?? null, 'edges') },
  };
}
