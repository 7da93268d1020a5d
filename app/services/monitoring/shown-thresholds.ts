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

type Band = { n: number; isShown: boolean };

/** Where each band begins and ends among the cases in order of risk. */
function placesOf(bands: readonly Band[]) {
  let from = 0;
  return bands.map(({ n, isShown }) => {
    const place = { from, to: from + n, isShown };
    from += n;
    return place;
  });
}

/** A cut with hidden bands on both sides, or through one of them, would tell how many a part of these holds. */
function splitsHidden(bands: readonly Band[], cut: number): boolean {
  const hidden = placesOf(bands).filter(({ isShown, from, to }) => !isShown && to > from);
  return hidden.some(({ to }) => to > cut) && hidden.some(({ from }) => from < cut);
}

/**
 * Edges of the bins as thresholds. Two cuts through the same cases tell how many lie between them: those with few
 * cases between them, or between them and a limit of the risk bands that the page shows, are left out, and so are
 * those that part the bands which are hidden.
 */
export function shownThresholds(
  bins: ScoreCounts & { edges: readonly number[] },
  bands: readonly Band[],
): ShownThreshold[] {
  const places = placesOf(bands);
  const cuts = [...new Set([0, ...places.flatMap(({ from, to }) => [from, to])])];
  const found: ShownThreshold[] = [];
  let before = 0;
  for (const [bin, confusion] of confusionsFromCounts(bins).entries()) {
    const below = confusion.fn + confusion.tn;
    const left = confusion.tp + confusion.fp;
    const isApart = cuts.every((cut) => cut === below || Math.abs(cut - below) >= fewestShown);
    if (!isApart || splitsHidden(bands, below)) continue;
    if (Math.min(left, below - before) < fewestShown) continue;
    found.push(shown(bins.edges[bin] ?? NaN, confusion));
    before = below;
  }
  return found;
}
