import { DomainError } from '../errors.ts';
import { noncentralTProbability } from '../numeric/noncentral-t-probability.ts';
import { studentTQuantile } from '../numeric/student-t-quantile.ts';

export type TTestDesign = 'two-sample' | 'paired';

/**
 * The power of a two-sided t-test to find a difference in its direction.
 *
 * P(T(ν, δ) > t_{1 − α/2}(ν)); two samples: ν = 2(n − 1), δ = |d| √(n/2); paired: ν = n − 1, δ = |d_z| √n. The
 * chance of a significant result in the wrong direction is not counted.
 *
 * @param design 'two-sample' with n in each group, or 'paired' with n pairs.
 * @param n > 1, need not be whole.
 * @param effect d or d_z, standardised.
 * @param alpha two-sided significance level in (0, 1).
 * @returns power in (0, 1).
 * @remarks Missing data: n counts complete cases.
 * @throws DomainError 'power', and those of the distributions.
 * @see Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences (2nd ed.), chapter 2. Reference
 *   values: R 4.2.2 `power.t.test`.
 */
export function tTestPower(design: TTestDesign, n: number, effect: number, alpha = 0.05): number {
  if (!(n > 1 && Number.isFinite(effect) && alpha > 0 && alpha < 1)) {
    throw new DomainError('power', { n, effect, alpha });
  }
  const samples = design === 'two-sample' ? 2 : 1;
  const v = samples * (n - 1);
  const critical = studentTQuantile(1 - alpha / 2, v);
  return 1 - noncentralTProbability(critical, v, Math.abs(effect) * Math.sqrt(n / samples));
}
