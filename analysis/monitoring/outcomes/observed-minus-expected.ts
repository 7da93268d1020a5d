import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { checkCases } from './check-cases.ts';

export interface ObservedMinusExpected {
  readonly observed: number;
  readonly expected: number;
  /** O − E after each case; its negative is the VLAD, lives saved. */
  readonly differences: Float64Array;
  /** z √(Σ p(1 − p)) after each case: how far O − E goes by chance at one given moment. */
  readonly margins: Float64Array;
}

/**
 * Observed minus expected events, case by case (VLAD with the sign turned).
 *
 * D_t = Σ_{i ≤ t} (y_i − p_i); margin z_{(1 + level)/2} √(Σ p_i(1 − p_i)).
 *
 * @param outcomes 0 or 1, in order of time.
 * @param risks as many predicted probabilities.
 * @param level of the margin.
 * @returns above 0: more events than the risks say. For looking at; a signal is the CUSUM's business, since the
 *   margin holds for one moment and not for the whole walk.
 * @remarks Missing data: to be left out before. No cases: zeros.
 * @throws errors of `checkCases`.
 * @see Lovegrove, J., et al. (1997). Monitoring the results of cardiac surgery by variable life-adjusted display.
 *   Lancet 350, 1128–1130. https://doi.org/10.1016/S0140-6736(97)06507-0.
 */
export function observedMinusExpected(
  outcomes: ArrayLike<number>,
  risks: ArrayLike<number>,
  level = 0.95,
): ObservedMinusExpected {
  checkCases(outcomes, risks);
  const z = normalQuantile((1 + level) / 2);
  let [observed, expected, variance] = [0, 0, 0];
  const margins = new Float64Array(outcomes.length);
  const differences = Float64Array.from(outcomes, (y, i) => {
    const p = risks[i] ?? NaN;
    observed += y;
    expected += p;
    variance += p * (1 - p);
    margins[i] = z * Math.sqrt(variance);
    return observed - expected;
  });
  return { observed, expected, differences, margins };
}
