import { DomainError } from '../../errors.ts';

/** What is sent of a distribution. */
export interface Quartiles {
  readonly n: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/**
 * The standard error of a median, from the quartiles alone.
 *
 * SE = 1.25 (q3 − q1)/(1.35 √n): that of a median of normal data, their spread read off the quartiles.
 *
 * @param quartiles n ≥ 1, q1 ≤ median ≤ q3.
 * @returns [0, ∞), in the unit of the data; 0 where half of all values are the same.
 * @remarks Missing data: not in n. Rough: right where the middle of the distribution is about normal, also when tails are long.
 * @throws DomainError 'count', 'quartiles'.
 * @see McGill, R., Tukey, J. W., Larsen, W. A. (1978). Variations of box plots. American Statistician 32, 12–16.
 *   https://doi.org/10.1080/00031305.1978.10479236. Checked by simulation.
 */
export function medianError({ n, q1, median, q3 }: Quartiles): number {
  if (!(n >= 1)) throw new DomainError('count', { count: n });
  if (!(q1 <= median && median <= q3)) throw new DomainError('quartiles', { value: median });
  return (1.25 * (q3 - q1)) / (1.35 * Math.sqrt(n));
}
