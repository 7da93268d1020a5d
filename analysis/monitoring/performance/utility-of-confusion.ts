import type { Confusion } from './confusion.ts';

export interface Utility {
  readonly accuracy: number | null;
  readonly balancedAccuracy: number | null;
  readonly f1: number | null;
  /** Correlation of prediction and outcome. */
  readonly matthews: number | null;
  readonly cohenKappa: number | null;
  /** Infinite where no case without the outcome was flagged. */
  readonly likelihoodRatioPositive: number | null;
  readonly likelihoodRatioNegative: number | null;
  readonly alertsPer100: number | null;
  /** Alerts looked at for one true one. */
  readonly numberNeededToEvaluate: number | null;
  /** tp/N − fp/N · t/(1 − t), at the threshold as a probability. */
  readonly netBenefit: number | null;
}

/**
 * What four counts say of the use of a threshold.
 *
 * F₁ = 2tp/(2tp + fp + fn); MCC = (tp tn − fp fn)/√((tp + fp)(tp + fn)(tn + fp)(tn + fn)); κ from the margins;
 * LR+ = sens/(1 − spec), LR− = (1 − sens)/spec; net benefit = tp/N − fp/N · t/(1 − t).
 *
 * @param confusion four counts ≥ 0.
 * @param threshold t as a probability in (0, 1); NaN: no net benefit.
 * @returns null where 0 is divided by 0; LR may be ∞.
 * @remarks Missing data: not in the counts.
 * @throws never.
 * @see Vickers, A. J., Elkin, E. B. (2006). Decision curve analysis. https://doi.org/10.1177/0272989X06295361;
 *   Matthews, B. W. (1975). https://doi.org/10.1016/0005-2795(75)90109-9. Reference values: R 4.2.2 by formula.
 */
export function utilityOfConfusion({ tp, fp, fn, tn }: Confusion, threshold: number): Utility {
  const n = tp + fp + fn + tn;
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  const sensitivity = tp / (tp + fn);
  const specificity = tn / (tn + fp);
  const accuracy = (tp + tn) / n;
  const chance = ((tp + fp) * (tp + fn) + (fn + tn) * (fp + tn)) / n ** 2;
  const product = Math.sqrt((tp + fp) * (tp + fn)) * Math.sqrt((tn + fp) * (tn + fn));
  return {
    accuracy: known(accuracy),
    balancedAccuracy: known((sensitivity + specificity) / 2),
    f1: known((2 * tp) / (2 * tp + fp + fn)),
    matthews: product > 0 ? (tp * tn - fp * fn) / product : null,
    cohenKappa: chance < 1 ? known((accuracy - chance) / (1 - chance)) : null,
    likelihoodRatioPositive: known(sensitivity / (1 - specificity)),
    likelihoodRatioNegative: known((1 - sensitivity) / specificity),
    alertsPer100: known((100 * (tp + fp)) / n),
    numberNeededToEvaluate: tp > 0 ? (tp + fp) / tp : null,
    netBenefit:
      threshold > 0 && threshold < 1 ? known((tp - (fp * threshold) / (1 - threshold)) / n) : null,
  };
}
