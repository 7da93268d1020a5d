import { ShapeError } from '../errors.ts';
import { pairedChangeFromMoments, type PairedChange } from './paired-change-from-moments.ts';
import { summariseScores } from './summarise-scores.ts';

/**
 * The change of the same people between two waves: paired t-test, SRM and d_av.
 *
 * Reduces complete pairs to n, means and SDs (n − 1) of before, after and after − before; see
 * `pairedChangeFromMoments`.
 *
 * @param before, after one score per person, in the same order; missing is NaN.
 * @param level confidence level in (0, 1).
 * @returns change in the unit of the scores, positive: later is higher; or the reason there is none.
 * @remarks Missing data: pairs with a NaN on either side are left out. Fewer than two pairs:
 *   'too-few-respondents'; the same change for everybody: 'zero-variance'.
 * @throws ShapeError 'pairs' when lengths differ.
 * @see Student (1908). https://doi.org/10.2307/2331554; further sources at the kernel. Reference
 *   values: R 4.2.2 `t.test(paired = TRUE)`.
 */
export function pairedChange(
  before: Float64Array,
  after: Float64Array,
  level = 0.95,
): PairedChange {
  if (before.length !== after.length) {
    throw new ShapeError('pairs', { before: before.length, after: after.length });
  }
  const complete = [...before.keys()].filter((pair) => {
    return !Number.isNaN(before[pair]) && !Number.isNaN(after[pair]);
  });
  const summarise = (value: (pair: number) => number) => {
    const summary = summariseScores(Float64Array.from(complete, value), level);
    return { mean: summary?.mean ?? NaN, sd: summary?.sd.ok ? summary.sd.value : NaN };
  };
  const earlier = summarise((pair) => before[pair] ?? NaN);
  const later = summarise((pair) => after[pair] ?? NaN);
  const change = summarise((pair) => (after[pair] ?? NaN) - (before[pair] ?? NaN));
  return pairedChangeFromMoments(
    {
      n: complete.length,
      meanBefore: earlier.mean,
      meanAfter: later.mean,
      sdBefore: earlier.sd,
      sdAfter: later.sd,
      sdChange: change.sd,
    },
    level,
  );
}
