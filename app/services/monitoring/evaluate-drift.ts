import type { DriftLimits } from '#analysis/monitoring/drift/drift-limits.ts';
import { driftLimitsBySize } from '#analysis/monitoring/drift/drift-limits-by-size.ts';
import { fewestEarlierPeriods } from '#analysis/monitoring/drift/share-limit.ts';
import { judgeDrift, type DriftJudgement } from '#analysis/monitoring/drift/judge-drift.ts';
import { sum } from '#analysis/numeric/sum.ts';
import { sumBy } from '#analysis/numeric/sum-by.ts';
import type { ReferenceDistribution } from '#db/queries/chart-baseline.server.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import type { FrozenBins } from '#db/schema/monitoring-baseline.ts';
import { inputCounts, inputQuality, type InputCounts, type InputQuality } from './input-quality.ts';
import { byPeriod, everybody, numbersOf } from './series.ts';

export type DriftPeriod = {
  from: string;
  to: string;
  n: number;
  judgement: DriftJudgement | { ok: false; reason: 'other-bins' };
  /** Whether an alert begins here. */
  isStart: boolean;
  /** Of an input what is missing of it and out of range; null of scores. */
  quality: InputQuality | null;
  /** Cases with a value and without. */
  cases: number;
};

type CountedPeriod = { from: string; counts: InputCounts };

export type Drift = {
  reference: { number: number; reason: string; appliesFrom: string; counts: number[] } | null;
  periods: DriftPeriod[];
};

const textsOf = (detail: WatchedRecord['detail'], name: string): string[] => {
  const value = detail?.[name];
  return Array.isArray(value) ? value.map(String) : [];
};

/** Counts in bins of one record: scores with and without an outcome, or an input with what is missing. */
export function binsOf(record: WatchedRecord): FrozenBins {
  const { detail } = record;
  if (record.kind === 'score-histogram') {
    const lists = ['positives', 'negatives', 'unlabelled'].map((name) => numbersOf(detail, name));
    const edges = numbersOf(detail, 'edges').slice(1, -1);
    const length = edges.length + 1;
    const counts = Array.from({ length }, (_, bin) => sumBy(lists, (list) => list[bin] ?? 0));
    return { edges, counts };
  }
  const edges = numbersOf(detail, 'edges');
  const levels = textsOf(detail, 'levels');
  const [missing, outOfRange] = [detail?.['missing'], detail?.['out_of_range']];
  return {
    ...(levels.length > 0 ? { levels } : { edges }),
    counts: numbersOf(detail, 'counts'),
    ...(typeof missing === 'number' ? { missing } : {}),
    ...(typeof outOfRange === 'number' ? { outOfRange } : {}),
  };
}

const sameBins = (a: FrozenBins, b: FrozenBins) =>
  a.counts.length === b.counts.length &&
  JSON.stringify([a.edges ?? [], a.levels ?? []]) ===
    JSON.stringify([b.edges ?? [], b.levels ?? []]);

/** Bins of several records added up; null where they are not the same bins. */
export function addBins(all: readonly FrozenBins[]): FrozenBins | null {
  const [first] = all;
  if (!first || !all.every((bins) => sameBins(first, bins))) return null;
  const hasMissing = all.some(({ missing }) => missing !== undefined);
  // A record that does not say how many leaves their share unknown.
  const isRangeTold = all.every(({ outOfRange }) => outOfRange !== undefined);
  const { edges, levels } = first;
  return {
    ...(edges === undefined ? {} : { edges }),
    ...(levels === undefined ? {} : { levels }),
    counts: first.counts.map((_, bin) => sumBy(all, ({ counts }) => counts[bin] ?? 0)),
    ...(hasMissing ? { missing: sumBy(all, ({ missing = 0 }) => missing) } : {}),
    ...(isRangeTold ? { outOfRange: sumBy(all, ({ outOfRange = 0 }) => outOfRange) } : {}),
  };
}

/** What is missing is a bin of its own, where it was counted before and now. */
function countsFor({ counts, missing }: FrozenBins, other: FrozenBins): number[] {
  return missing === undefined || other.missing === undefined ? counts : [...counts, missing];
}

/** Quiet periods of a thousand that stay below the limits: every input is looked at every month. */
export const driftLevel = 0.999;

const limitsOf = new Map<string, (n: number) => DriftLimits>();
/** Inputs of a large organisation, each with and without what is missing. */
const mostKept = 1000;

/** Limits are simulated; those of one reference are simulated once in a process. */
function limitsAt(reference: readonly number[]): (n: number) => DriftLimits {
  const key = reference.join();
  const known = limitsOf.get(key);
  if (known) return known;
  const found = driftLimitsBySize(reference, { level: driftLevel });
  const [oldest] = limitsOf.size >= mostKept ? limitsOf.keys() : [];
  if (oldest !== undefined) limitsOf.delete(oldest);
  limitsOf.set(key, found);
  return found;
}

const judge = (reference: number[], current: number[], isOrdered: boolean): DriftJudgement =>
  judgeDrift(reference, current, { isOrdered, limitsAt: limitsAt(reference) });

/** Periods before the reference ended, where they are enough to know what is usual; else all before. */
function earlierThan(all: readonly CountedPeriod[], from: string, appliesFrom: string) {
  const frozen = all.filter((period) => period.from < appliesFrom);
  const own = frozen.length >= fewestEarlierPeriods ? frozen : all;
  return own.filter((period) => period.from < from).map(({ counts }) => counts);
}

/** Every period against the frozen bins; without them nothing is judged. */
export function evaluateDrift(
  records: readonly WatchedRecord[],
  reference: ReferenceDistribution | undefined,
): Drift {
  if (!reference) return { reference: null, periods: [] };
  const { bins } = reference;
  let wasSignal = false;
  const all = byPeriod(records, everybody);
  const isInput = records.some(({ kind }) => kind === 'input-histogram');
  const counted = all.map((own) => ({ from: own[0]?.from ?? '', counts: inputCounts(own) }));
  const qualityOf = (own: readonly WatchedRecord[]) => {
    const earlier = earlierThan(counted, own[0]?.from ?? '', reference.appliesFrom);
    const counts = inputCounts(own);
    const quality = isInput ? inputQuality(counts, earlier, bins) : null;
    return { quality, cases: counts.n };
  };
  const periods = all
    .filter(([record]) => (record?.from ?? '') >= reference.appliesFrom)
    .map((own): DriftPeriod => {
      const now = addBins(own.map(binsOf));
      const place = { from: own[0]?.from ?? '', to: own[0]?.to ?? '', ...qualityOf(own) };
      if (!now || !sameBins(bins, now)) {
        wasSignal = false;
        return { ...place, n: 0, judgement: { ok: false, reason: 'other-bins' }, isStart: false };
      }
      const judgement = judge(countsFor(bins, now), countsFor(now, bins), !bins.levels);
      const isSignal = judgement.ok && judgement.isSignal;
      const isStart = isSignal && !wasSignal;
      wasSignal = isSignal;
      return { ...place, n: sum(now.counts), judgement, isStart };
    });
  const { number, reason, appliesFrom } = reference;
  return { reference: { number, reason, appliesFrom, counts: bins.counts }, periods };
}
