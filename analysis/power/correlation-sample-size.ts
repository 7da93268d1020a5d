import { DomainError } from '../errors.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';

/**
 * How many respondents the test of a correlation against 0 needs to reach a power.
 *
 * n = ((z_{1 − α/2} + z_{1 − β})/artanh r)² + 3, by Fisher's z.
 *
 * @param r expected correlation in (−1, 1), not 0.
 * @param power wanted, in (0, 1). @param alpha two-sided significance level in (0, 1).
 * @returns n, not rounded: plan with the next whole number.
 * @remarks Missing data: n counts complete pairs.
 * @throws DomainError 'power'.
 * @see Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences (2nd ed.), chapter 3. By formula in
 *   R 4.2.2.
 */
export function correlationSampleSize(r: number, power: number, alpha = 0.05): number {
  if (!(Math.abs(r) < 1 && r !== 0 && power > 0 && power < 1)) {
    throw new DomainError('power', { r, power });
  }
  return ((normalQuantile(1 - alpha / 2) + normalQuantile(power)) / Math.atanh(r)) ** 2 + 3;
}
