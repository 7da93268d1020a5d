import { DomainError } from '../errors.ts';
import { findRoot } from '../numeric/find-root.ts';
import { tTestPower, type TTestDesign } from './t-test-power.ts';

const SMALLEST = 2;
const LARGEST = 1e7;

/**
 * How many a two-sided t-test needs to reach a power.
 *
 * n with power(n) = 1 − β, see `tTestPower`.
 *
 * @param design 'two-sample': n in each group; 'paired': pairs.
 * @param effect d or d_z, not 0.
 * @param power wanted, in (0, 1).
 * @param alpha two-sided significance level in (0, 1).
 * @returns n, not rounded: plan with the next whole number. 2 when two are enough, Infinity above ten million.
 * @remarks Missing data: n counts complete cases; add the drop-out you expect.
 * @throws DomainError 'power'.
 * @see Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences (2nd ed.), chapter 2. Reference
 *   values: R 4.2.2 `power.t.test`.
 */
export function tTestSampleSize(
  design: TTestDesign,
  effect: number,
  power: number,
  alpha = 0.05,
): number {
  if (!(power > 0 && power < 1 && effect !== 0)) throw new DomainError('power', { effect, power });
  const short = (n: number) => tTestPower(design, n, effect, alpha) - power;
  if (short(SMALLEST) >= 0) return SMALLEST;
  let upper = 2 * SMALLEST;
  while (upper < LARGEST && short(upper) < 0) upper *= 2;
  return short(upper) < 0 ? Infinity : findRoot(short, upper / 2, upper);
}
