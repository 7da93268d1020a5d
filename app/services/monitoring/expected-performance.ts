import {
  calibrationFromBins,
  type BinnedCalibration,
} from '#analysis/monitoring/performance/calibration-from-bins.ts';
import { enoughOutcomes } from '#analysis/monitoring/performance/consecutive-groups.ts';
import { expectedRates, type WaitingBin } from '#analysis/monitoring/performance/expected-rates.ts';
import { ratesOfConfusion } from '#analysis/monitoring/performance/rates-of-confusion.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { addDays } from '../../days.ts';
import { byPeriod, everybody, fewestShown, maturityOf, numbersOf } from './series.ts';
import { cellsOfScores } from './spread-cases.ts';

export const estimatedRates = ['sensitivity', 'positivePredictiveValue'] as const;
export type EstimatedRate = (typeof estimatedRates)[number];
type Rate = { value: number; interval: readonly [number, number] } | null;

export type ExpectedPeriod = {
  from: string;
  to: string;
  isEstimate: boolean;
  /** Outcomes were looked for in some cases only, or nothing is known of how right this version's risks are. */
  isUntold: boolean;
} & Record<EstimatedRate, Rate>;
/** Why there is no estimate. */
export type NoEstimate =
  | 'all-in'
  | 'no-threshold'
  | 'other-version'
  | 'not-everybody'
  | 'too-few-outcomes'
  | 'not-calibrated'
  | 'few-cases';
export type ExpectedPerformance =
  { ok: true; threshold: number; periods: ExpectedPeriod[] } | { ok: false; reason: NoEstimate };

/** How long calibration that is to be relied on lies back. */
const daysOfCalibration = 365;
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const nothing = { sensitivity: null, positivePredictiveValue: null };
const nearly = (a: number) => (b: number) => Math.abs(a - b) < 1e-9;

/** The threshold of the newest table of outcomes that lies on an edge of every bin of scores. */
function thresholdOf(
  scores: readonly WatchedRecord[],
  confusions: readonly WatchedRecord[],
): number | null {
  const sent = confusions.toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const found = sent
    .map(({ detail }) => detail?.['threshold'])
    .filter((threshold) => typeof threshold === 'number')
    .find((threshold) =>
      scores.every(({ detail }) => numbersOf(detail, 'edges').some(nearly(threshold))),
    );
  return found ?? null;
}

/** Mean risk of a bin among cases whose outcomes are in; without any the middle of the bin. */
function riskOfBins(mature: readonly WatchedRecord[]) {
  const known = new Map<string, { n: number; sumP: number }>();
  for (const { detail } of mature) {
    const edges = numbersOf(detail, 'edges');
    const [positives, negatives] = [numbersOf(detail, 'positives'), numbersOf(detail, 'negatives')];
    for (const [bin, sumP] of numbersOf(detail, 'sum_p').entries()) {
      const key = `${edges[bin]} ${edges[bin + 1]}`;
      const before = known.get(key) ?? { n: 0, sumP: 0 };
      const n = (positives[bin] ?? 0) + (negatives[bin] ?? 0);
      known.set(key, { n: before.n + n, sumP: before.sumP + sumP });
    }
  }
  return (from: number, to: number) => {
    const { n, sumP } = known.get(`${from} ${to}`) ?? { n: 0, sumP: 0 };
    const risk = n > 0 ? sumP / n : (from + to) / 2;
    return risk > 0 && risk < 1 ? risk : (from + to) / 2;
  };
}

/** Every case of a period by bin, whatever is known of its outcome: those known first are not like the others. */
function waitingBins(
  own: readonly WatchedRecord[],
  riskOf: ReturnType<typeof riskOfBins>,
  threshold: number,
): WaitingBin[] {
  return own.flatMap(({ detail }) => {
    const edges = numbersOf(detail, 'edges');
    const lists = ['positives', 'negatives', 'unlabelled'].map((name) => numbersOf(detail, name));
    return edges.slice(0, -1).map((from, bin) => ({
      n: sum(lists.map((list) => list[bin] ?? 0)),
      risk: riskOf(from, edges[bin + 1] ?? NaN),
      isFlagged: from >= threshold - 1e-9,
    }));
  });
}

function measuredAt(own: readonly WatchedRecord[], threshold: number): Record<EstimatedRate, Rate> {
  const confusion = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const { detail } of own) {
    const [positives, negatives] = [numbersOf(detail, 'positives'), numbersOf(detail, 'negatives')];
    for (const [bin, from] of numbersOf(detail, 'edges').slice(0, -1).entries()) {
      const isFlagged = from >= threshold - 1e-9;
      confusion[isFlagged ? 'tp' : 'fn'] += positives[bin] ?? 0;
      confusion[isFlagged ? 'fp' : 'tn'] += negatives[bin] ?? 0;
    }
  }
  const { tp, fp, fn, tn } = confusion;
  const isTold = Math.min(tp + fn, fp + tn, tp + fp, fn + tn) >= fewestShown;
  const rates = ratesOfConfusion(confusion);
  const of = (name: EstimatedRate): Rate => {
    const { value, interval } = rates[name];
    return isTold && value !== null && interval !== null ? { value, interval } : null;
  };
  return {
    sensitivity: of('sensitivity'),
    positivePredictiveValue: of('positivePredictiveValue'),
  };
}

/** What is to be expected of a period; of few on either side of the threshold, or few events, nothing. */
function estimatedOf(
  bins: readonly WaitingBin[],
  recalibration: BinnedCalibration['recalibration'],
): Record<EstimatedRate, Rate> {
  const found = expectedRates(bins, recalibration);
  if (!found.ok) return nothing;
  const casesOf = (isFlagged: boolean) =>
    sum(bins.filter((bin) => bin.isFlagged === isFlagged).map(({ n }) => n));
  const events = sum(bins.map(({ n, risk }) => n * risk));
  const all = casesOf(true) + casesOf(false);
  const isFew = Math.min(casesOf(true), casesOf(false), events, all - events) < fewestShown;
  const { sensitivity, positivePredictiveValue } = found;
  return isFew ? nothing : { sensitivity, positivePredictiveValue };
}

const isOfPart = ({ ascertainment }: WatchedRecord) =>
  ascertainment === 'sample' || ascertainment === 'flagged-only';

function calibrationOf(mature: readonly WatchedRecord[]) {
  const cells = mature.flatMap(cellsOfScores);
  const [n, events] = [sum(cells.map((cell) => cell.n)), sum(cells.map((cell) => cell.events))];
  if (Math.min(events, n - events) < enoughOutcomes) return null;
  return calibrationFromBins(
    cells.map((cell) => ({ n: cell.n, events: cell.events, sumP: cell.n * cell.risk })),
  ).recalibration;
}

/** Why the risks of a version are not to be relied on, from its own outcomes alone; null: they are. */
function doubtOf(version: string, mature: readonly WatchedRecord[]): NoEstimate | null {
  const own = mature.filter((record) => record.version === version);
  if (own.length === 0 && mature.length > 0) return 'other-version';
  if (own.some(isOfPart)) return 'not-everybody';
  const recalibration = calibrationOf(own);
  if (recalibration === null) return 'too-few-outcomes';
  const isCalibrated = expectedRates([{ n: 1, risk: 0.5, isFlagged: true }], recalibration).ok;
  return isCalibrated ? null : 'not-calibrated';
}

/**
 * Sensitivity and predictive value of periods whose outcomes are not in, from their risks, beside those that were
 * measured. Only where the risks of each version that ran were right in the last year as far as its outcomes tell:
 * intervals of calibration in the large and slope hold 0 and 1, from at least a hundred cases with the outcome and
 * without. One version does not vouch for another.
 */
export function expectedPerformance(
  scores: readonly WatchedRecord[],
  confusions: readonly WatchedRecord[],
  today: string,
): ExpectedPerformance {
  const no = (reason: NoEstimate) => ({ ok: false, reason }) as const;
  const periods = byPeriod(scores, everybody).map((own) => ({
    ...{ own, from: own[0]?.from ?? '', to: own[0]?.to ?? '' },
    isIn: own.every((record) => maturityOf(record, today, true) === 'mature'),
  }));
  if (!periods.some(({ isIn }) => !isIn)) return no('all-in');
  const everyone = periods.flatMap(({ own }) => own);
  const threshold = thresholdOf(everyone, confusions);
  if (threshold === null) return no('no-threshold');
  const known = periods.filter(({ isIn }) => isIn);
  const since = addDays(known.at(-1)?.to ?? today, -daysOfCalibration);
  const mature = known.filter(({ from }) => from >= since).flatMap(({ own }) => own);
  const doubts = new Map(
    everyone.map(({ version }) => [version, doubtOf(version, mature)] as const),
  );
  const doubtAbout = (own: readonly WatchedRecord[]) =>
    own.map(({ version }) => doubts.get(version) ?? null).find((doubt) => doubt !== null) ?? null;
  const estimates = (own: readonly WatchedRecord[]) => {
    const versions = new Set(own.map(({ version }) => version));
    const like = mature.filter(({ version }) => versions.has(version));
    const recalibration = doubtAbout(own) === null ? calibrationOf(like) : null;
    return recalibration === null
      ? nothing
      : estimatedOf(waitingBins(own, riskOfBins(like), threshold), recalibration);
  };
  const all = periods.map(({ own, from, to, isIn }): ExpectedPeriod => {
    const isUntold = isIn ? own.some(isOfPart) : doubtAbout(own) !== null;
    const rates = isIn ? (isUntold ? nothing : measuredAt(own, threshold)) : estimates(own);
    return { from, to, isEstimate: !isIn, isUntold, ...rates };
  });
  const waits = periods.filter(({ isIn }) => !isIn).map(({ own }) => doubtAbout(own));
  const newest = waits.at(-1) ?? null;
  if (newest !== null && !waits.includes(null)) return no(newest);
  const isTold = all.some((one) => one.isEstimate && one.sensitivity !== null);
  return isTold ? { ok: true, threshold, periods: all } : no('few-cases');
}
