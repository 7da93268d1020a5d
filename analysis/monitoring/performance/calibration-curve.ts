import { quantileOfSorted } from '../../descriptives/quantile-of-sorted.ts';
import type { NotEstimable } from '../../estimate.ts';
import { lowess } from '../../numeric/lowess.ts';

export type CalibrationCurve =
  | {
      readonly ok: true;
      /** Predicted risks, ascending, and what was observed about them. */
      readonly risks: Float64Array;
      readonly observed: Float64Array;
      /** |observed − predicted|: mean, 90th percentile, largest. */
      readonly meanError: number;
      readonly error90: number;
      readonly largestError: number;
    }
  | NotEstimable;

const FEWEST = 20;

/**
 * A smooth calibration curve.
 *
 * Lowess of y on p, two thirds of the cases at each p; E_avg, E_90, E_max of |ŷ(p) − p| over the cases.
 *
 * @param outcomes 0 or 1.
 * @param risks as many probabilities.
 * @returns the curve; on the diagonal: calibrated.
 * @remarks Missing data: to be left out before. Fewer than 20 cases: 'too-few-cases'; risks all alike:
 *   'zero-variance'.
 * @throws never.
 * @see Austin, P. C., Steyerberg, E. W. (2014). https://doi.org/10.1002/sim.5941; Harrell, F. E. (2015). Regression
 *   Modeling Strategies (2nd ed.), 10.9. Reference values: rms 6.5.0 `val.prob`.
 */
export function calibrationCurve(
  outcomes: ArrayLike<number>,
  risks: ArrayLike<number>,
): CalibrationCurve {
  const n = risks.length;
  if (n < FEWEST) return { ok: false, reason: 'too-few-cases' };
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => (risks[a] ?? NaN) - (risks[b] ?? NaN),
  );
  const sorted = Float64Array.from(order, (i) => risks[i] ?? NaN);
  if (sorted[0] === sorted[n - 1]) return { ok: false, reason: 'zero-variance' };
  const observed = lowess(
    sorted,
    Float64Array.from(order, (i) => outcomes[i] ?? NaN),
  );
  const errors = observed.map((value, i) => Math.abs(value - (sorted[i] ?? NaN))).sort();
  return {
    ...{ ok: true, risks: sorted, observed },
    meanError: errors.reduce((sum, error) => sum + error, 0) / n,
    error90: quantileOfSorted(errors, 0.9),
    largestError: errors[n - 1] ?? NaN,
  };
}
