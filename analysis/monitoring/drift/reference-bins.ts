import { quantileOfSorted } from '../../descriptives/quantile-of-sorted.ts';
import type { NotEstimable } from '../../estimate.ts';

export type ReferenceBins =
  | {
      readonly ok: true;
      /** Ascending; bin b holds cut_b ≤ x < cut_{b+1}, the outer bins all that lies beyond. */
      readonly cuts: readonly number[];
    }
  | NotEstimable;

/**
 * Bins of a reference sample, to be frozen when a model is registered.
 *
 * Type-7 quantiles at b/B, b = 1 … B − 1, equal ones once.
 *
 * @param values of the reference; missing is NaN.
 * @param count B, how many bins are wanted.
 * @returns cuts; fewer than B − 1 when values repeat.
 * @remarks Missing data: left out. Fewer than 10 B values: 'too-few-cases'; a single value: 'zero-variance'.
 * @throws never.
 * @see Siddiqi, N. (2006). Credit Risk Scorecards, ch. 10. https://doi.org/10.1002/9781119201731.
 *   Reference values: R 4.2.2 `quantile`.
 */
export function referenceBins(values: Float64Array, count = 10): ReferenceBins {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length < 10 * count) return { ok: false, reason: 'too-few-cases' };
  const all = Array.from({ length: count - 1 }, (_, b) =>
    quantileOfSorted(sorted, (b + 1) / count),
  );
  // A cut at the smallest value would leave the first bin empty for ever.
  const cuts = [...new Set(all)].filter((cut) => cut > (sorted[0] ?? NaN));
  return cuts.length > 0 ? { ok: true, cuts } : { ok: false, reason: 'zero-variance' };
}
