import type { Interval } from '../../estimate.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import type { ParameterEstimate } from '../item-parameters.ts';
import type { ConditionalFit } from './fit-conditional-model.ts';

export interface ConditionalItem {
  readonly item: string;
  readonly n: number;
  /** Scores of the categories that occur, ascending, with their counts. */
  readonly categories: readonly number[];
  readonly counts: readonly number[];
  /** Mean of the thresholds. */
  readonly location: ParameterEstimate;
  /** δ_1 … δ_m: where neighbouring categories are equally likely. */
  readonly thresholds: readonly ParameterEstimate[];
  /** Whether the thresholds ascend; where they do not, a category is nowhere the likeliest. */
  readonly isOrdered: boolean;
}

/**
 * Thresholds and locations of the items of a partial credit model, with standard errors.
 *
 * δ_c = β_c − β_{c−1}; location β_m/m; standard errors √(t′ V t) of these contrasts.
 *
 * @param fit a conditional fit.
 * @param items names, categories and counts in the order of the fit.
 * @param confidenceLevel of the intervals.
 * @returns one an item.
 * @remarks Missing data: n counts the answers.
 * @throws never.
 * @see Masters, G. N. (1982). https://doi.org/10.1007/BF02296272. Reference values: eRm 1.0.2 `thresholds`.
 */
export function conditionalThresholds(
  { difficulties, covariance }: ConditionalFit,
  items: readonly {
    readonly item: string;
    readonly categories: readonly number[];
    readonly counts: readonly number[];
  }[],
  confidenceLevel: number,
): ConditionalItem[] {
  const z = normalQuantile((1 + confidenceLevel) / 2);
  const width = Math.sqrt(covariance.length);
  const cell = (a: number, b: number) => covariance[a * width + b] ?? NaN;
  const estimated = (estimate: number, variance: number): ParameterEstimate => {
    const standardError = Math.sqrt(Math.max(variance, 0));
    const interval: Interval = [estimate - z * standardError, estimate + z * standardError];
    return { estimate, standardError, interval };
  };
  let start = 0;
  return difficulties.map((beta, i) => {
    const from = start;
    const m = beta.length;
    start += m;
    const thresholds = Array.from(beta, (value, c) => {
      const [own, before] = [from + c, from + c - 1];
      if (c === 0) return estimated(value, cell(own, own));
      const variance = cell(own, own) + cell(before, before) - 2 * cell(own, before);
      return estimated(value - (beta[c - 1] ?? NaN), variance);
    });
    const last = from + m - 1;
    const { item = '', categories = [], counts = [] } = items[i] ?? {};
    return {
      ...{ item, categories, counts, thresholds },
      n: counts.reduce((sum, count) => sum + count, 0),
      location: estimated((beta[m - 1] ?? NaN) / m, cell(last, last) / (m * m)),
      isOrdered: thresholds.every(
        ({ estimate }, c) => c === 0 || estimate > (thresholds[c - 1]?.estimate ?? NaN),
      ),
    };
  });
}
