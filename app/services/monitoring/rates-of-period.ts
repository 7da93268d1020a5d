import type { BinnedCalibration } from '#analysis/monitoring/performance/calibration-from-bins.ts';
import { expectedRates, type WaitingBin } from '#analysis/monitoring/performance/expected-rates.ts';
import { ratesOfConfusion } from '#analysis/monitoring/performance/rates-of-confusion.ts';
import { sum } from '#analysis/numeric/sum.ts';
import { sumBy } from '#analysis/numeric/sum-by.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { fewestShown, numbersOf } from './series.ts';

export const estimatedRates = ['sensitivity', 'positivePredictiveValue'] as const;
export type EstimatedRate = (typeof estimatedRates)[number];
type Rate = { value: number; interval: readonly [number, number] } | null;
export type PeriodRates = Record<EstimatedRate, Rate>;

export const noRates: PeriodRates = { sensitivity: null, positivePredictiveValue: null };

const isFlaggedFrom = (edge: number, threshold: number) => edge >= threshold - 1e-9;

/** What was measured of a period at a threshold; of few on any side of the table nothing. */
export function measuredRates(own: readonly WatchedRecord[], threshold: number): PeriodRates {
  const confusion = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const { detail } of own) {
    const [positives, negatives] = [numbersOf(detail, 'positives'), numbersOf(detail, 'negatives')];
    for (const [bin, from] of numbersOf(detail, 'edges').slice(0, -1).entries()) {
      const isFlagged = isFlaggedFrom(from, threshold);
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

/** What is to be expected of a period from its risks; of few on either side of the threshold, or few events, nothing. */
export function expectedRatesOf(
  own: readonly WatchedRecord[],
  {
    like,
    threshold,
    recalibration,
  }: {
    /** Records whose outcomes are in, of the same versions. */
    like: readonly WatchedRecord[];
    threshold: number;
    recalibration: BinnedCalibration['recalibration'];
  },
): PeriodRates {
  const bins = waitingBins(own, riskOfBins(like), threshold);
  const found = expectedRates(bins, recalibration);
  if (!found.ok) return noRates;
  const casesOf = (isFlagged: boolean) =>
    sumBy(
      bins.filter((bin) => bin.isFlagged === isFlagged),
      ({ n }) => n,
    );
  const events = sumBy(bins, ({ n, risk }) => n * risk);
  const all = casesOf(true) + casesOf(false);
  const isFew = Math.min(casesOf(true), casesOf(false), events, all - events) < fewestShown;
  const { sensitivity, positivePredictiveValue } = found;
  return isFew ? noRates : { sensitivity, positivePredictiveValue };
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
      isFlagged: isFlaggedFrom(from, threshold),
    }));
  });
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
