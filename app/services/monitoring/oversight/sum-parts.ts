import { sum } from '#analysis/numeric/sum.ts';
import { sumBy } from '#analysis/numeric/sum-by.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { everybody, fewestShown, type GroupOf } from '../series.ts';
import {
  steadyDivision,
  steadyRecords,
  type PeriodCells,
  type SteadyRecords,
} from '../steady-records.ts';
import { countedSpan, sharesOf, type Span } from './sum-shares.ts';

/** How many cases there are in all, and how many of them bear each code. */
export type PartCounts = { n: number; counts: ReadonlyMap<string, number> };

/** Denominators count once for each period and version, numerators by their codes. */
export function countParts(records: readonly WatchedRecord[], group: GroupOf): PartCounts {
  const cases = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const record of records) {
    if (record.dimension !== group.dimension || record.level !== group.level) continue;
    cases.set(`${record.from}\n${record.version}`, record.denominator ?? 0);
    counts.set(record.part, (counts.get(record.part) ?? 0) + (record.numerator ?? 0));
  }
  return { n: sum([...cases.values()]), counts };
}

export type GroupParts = { level: string; isHidden: boolean } & PartCounts;
export type PartTotal = PartCounts & Span & { dimension: string; groups: GroupParts[] };

/** Of each level, and of those whom no level names, how many there are by code, and without one. */
const partCells =
  (dimension: string, levels: readonly string[], codes: readonly string[]): PeriodCells =>
  (records) => {
    const all = countParts(records, everybody);
    if (all.n === 0 && all.counts.size === 0) return null;
    const tally = ({ n, counts }: PartCounts) => {
      const coded = codes.map((code) => counts.get(code) ?? 0);
      return { n, codes: [...coded, n - sum(coded)] };
    };
    const named = levels.map((level) => tally(countParts(records, { dimension, level })));
    const rest = named.reduce(
      (left, own) => ({
        n: Math.max(0, left.n - own.n),
        codes: left.codes.map((count, code) => Math.max(0, count - (own.codes[code] ?? 0))),
      }),
      tally(all),
    );
    return [...named, rest].map((one) => ({ x: 0, ...one }));
  };

function partTotal(steady: SteadyRecords, dimension: string, levels: readonly string[]) {
  const span = countedSpan(steady);
  const all = countParts(steady.records, everybody);
  if (!span || all.n < fewestShown) return null;
  return {
    ...{ ...span, ...all, dimension },
    groups: levels.map((level, place): GroupParts => ({
      ...{ level, isHidden: steady.shown[place] !== true },
      ...countParts(steady.records, { dimension, level }),
    })),
  };
}

/**
 * A metric of coded parts over all of its periods: of everybody, and by each dimension that was sent, which moves on
 * to such steps alone at which everybody did.
 */
export function totalParts(
  history: readonly WatchedRecord[],
  metric: string,
  today: string,
): { overall: PartTotal | null; dimensions: PartTotal[] } {
  const own = sharesOf(history, metric);
  const sorted = (values: readonly string[]) => [...new Set(values)].sort();
  const codes = sorted(own.map(({ part }) => part));
  const totalBy = (dimension: string) => {
    const records = own.filter((one) => one.dimension === dimension || one.dimension === '');
    const named = records.filter((one) => one.dimension !== '').map(({ level }) => level);
    const levels = sorted(named);
    const cells = partCells(dimension, levels, codes);
    const steady =
      dimension === ''
        ? steadyRecords(records, cells, today)
        : steadyDivision(records, cells, today).parts;
    return partTotal(steady, dimension, levels);
  };
  const names = sorted(own.map(({ dimension }) => dimension)).filter((name) => name !== '');
  return {
    overall: totalBy(''),
    dimensions: names.flatMap((dimension) => totalBy(dimension) ?? []),
  };
}

/** A code with its cases; the last one, without a code, holds all that are too few to be shown apart. */
export type CodedCount = { code: string | null; count: number };
export type CodedTotal = Span & { n: number; codes: CodedCount[] };

/**
 * Codes of which each stands for cases of people: one of fewer than tell about persons is not shown, nor as many
 * others as it takes that it does not follow as what is left of all.
 */
export function totalCodes(
  history: readonly WatchedRecord[],
  metric: string,
  codes: readonly string[],
  today: string,
): CodedTotal | null {
  const own = sharesOf(history, metric).filter(({ dimension }) => dimension === '');
  const cells: PeriodCells = (records) => {
    const { n, counts } = countParts(records, everybody);
    const named = codes.map((code) => counts.get(code) ?? 0);
    const rest = Math.max(0, n - sum(named));
    return [...named, rest].map((count) => ({ x: 0, n: count }));
  };
  const steady = steadyRecords(own, cells, today);
  const span = countedSpan(steady);
  if (!span) return null;
  const n = sumBy(steady.totals, (tally) => tally.n);
  const shown = codes.flatMap((code, place): CodedCount[] => {
    const count = steady.shown[place] === true ? (steady.totals[place]?.n ?? 0) : 0;
    return count > 0 ? [{ code, count }] : [];
  });
  const together = n - sumBy(shown, ({ count }) => count);
  const rest: CodedCount[] = together > 0 ? [{ code: null, count: together }] : [];
  return { ...span, n, codes: [...shown.toSorted((a, b) => b.count - a.count), ...rest] };
}
