import type { Confusion } from '#analysis/monitoring/performance/confusion.ts';
import { confusionsFromCounts } from '#analysis/monitoring/performance/confusions-from-counts.ts';
import { ratesOfConfusion } from '#analysis/monitoring/performance/rates-of-confusion.ts';
import type { ScoreCounts } from '#analysis/monitoring/performance/score-counts.ts';
import { utilityOfConfusion } from '#analysis/monitoring/performance/utility-of-confusion.ts';
import { fewestShown } from './series.ts';

/** What alerts from a score on would have brought; null where the score is no probability between 0 and 1. */
export type ShownThreshold = {
  threshold: number;
  alertsPer100: number | null;
  predictiveValue: { value: number; interval: readonly [number, number] | null } | null;
  toEvaluate: number | null;
  netBenefit: number | null;
  /** Of an alert for everybody. */
  netBenefitOfAll: number | null;
};

function shown(threshold: number, confusion: Confusion): ShownThreshold {
  const { tp, fp, fn, tn } = confusion;
  const { value, interval } = ratesOfConfusion(confusion).positivePredictiveValue;
  const utility = utilityOfConfusion(confusion, threshold);
  const ofAll = utilityOfConfusion({ tp: tp + fn, fp: fp + tn, fn: 0, tn: 0 }, threshold);
  return {
    ...{ threshold, alertsPer100: utility.alertsPer100 },
    predictiveValue: value === null ? null : { value, interval },
    toEvaluate: utility.numberNeededToEvaluate,
    ...{ netBenefit: utility.netBenefit, netBenefitOfAll: ofAll.netBenefit },
  };
}

/**
 * Edges of the bins as thresholds. Two cuts through the same cases tell how many lie between them: those with few
 * cases between them, or between them and a limit of the risk bands that the page shows, are left out.
 */
export function shownThresholds(
  bins: ScoreCounts & { edges: readonly number[] },
  bands: readonly { n: number }[],
): ShownThreshold[] {
  const cuts = [0];
  for (const { n } of bands) cuts.push((cuts.at(-1) ?? 0) + n);
  const found: ShownThreshold[] = [];
  let before = 0;
  for (const [bin, confusion] of confusionsFromCounts(bins).entries()) {
    const below = confusion.fn + confusion.tn;
    const left = confusion.tp + confusion.fp;
    const isApart = cuts.every((cut) => cut === below || Math.abs(cut - below) >= fewestShown);
    if (!isApart || Math.min(left, below - before) < fewestShown) continue;
    found.push(shown(bins.edges[bin] ?? NaN, confusion));
    before = below;
  }
  return found;
}
