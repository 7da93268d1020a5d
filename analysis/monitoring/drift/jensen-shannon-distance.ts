import { ShapeError } from '../../errors.ts';
import { sharesOfCounts } from './shares-of-counts.ts';

/**
 * The Jensen–Shannon distance, base 2.
 *
 * √(½ Σ a log₂(a/m) + ½ Σ b log₂(b/m)), m = (a + b)/2.
 *
 * @param reference counts in the frozen bins.
 * @param current counts in the same bins.
 * @returns [0, 1]; 1: nothing in common. Other programs use base e: their number times 1/√ln 2 is this one.
 * @remarks Missing data: a bin of its own, or left out.
 * @throws ShapeError 'bins'; DomainError 'count'.
 * @see Lin, J. (1991). Divergence measures based on the Shannon entropy. IEEE Trans Inf Theory 37, 145–151.
 *   https://doi.org/10.1109/18.61115. Reference values: R 4.2.2 by formula, scipy 1.17.
 */
export function jensenShannonDistance(
  reference: readonly number[],
  current: readonly number[],
): number {
  if (reference.length !== current.length) throw new ShapeError('bins');
  const [a, b] = [sharesOfCounts(reference), sharesOfCounts(current)];
  const part = (share: number, middle: number) =>
    share > 0 ? share * Math.log2(share / middle) : 0;
  const divergence = a.reduce((sum, share, i) => {
    const other = b[i] ?? NaN;
    const middle = (share + other) / 2;
    return sum + (part(share, middle) + part(other, middle)) / 2;
  }, 0);
  return Math.sqrt(Math.max(0, divergence));
}
