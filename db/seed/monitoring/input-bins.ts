import type { FrozenBins } from '../../schema/monitoring-baseline.ts';
import type { RecordRow } from './record-rows.ts';

const sumOf = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Bins of an input over some months. */
export function inputBins(rows: readonly Pick<RecordRow, 'detail'>[]): FrozenBins {
  const listOf = (name: string) => rows.map(({ detail }) => (detail?.[name] ?? []) as number[]);
  const countOf = (name: string) =>
    sumOf(rows.map(({ detail }) => (detail?.[name] as number | undefined) ?? 0));
  const lists = listOf('counts');
  return {
    edges: listOf('edges')[0] ?? [],
    counts: (lists[0] ?? []).map((_, bin) => sumOf(lists.map((list) => list[bin] ?? 0))),
    ...{ missing: countOf('missing'), outOfRange: countOf('out_of_range') },
  };
}
