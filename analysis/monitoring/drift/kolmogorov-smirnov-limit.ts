import { DomainError } from '../../errors.ts';

/**
 * The Kolmogorov–Smirnov distance that two samples without any drift exceed in a share of 1 − level of periods.
 *
 * D = √(−½ ln((1 − level)/2)) √((n₁ + n₂)/(n₁ n₂)): the first term of the limiting distribution.
 *
 * @param n1 cases of the reference.
 * @param n2 cases of the current period.
 * @param level in (0, 1); default 0.99.
 * @returns (0, 1]; a distance above it is a signal, and where values are equal, as in bins, rarer than the level says.
 * @remarks Missing data: not in the counts. A sample without cases: 1, which nothing exceeds.
 * @throws DomainError 'level'.
 * @see Smirnov, N. (1948). Ann Math Statist 19, 279–281. https://doi.org/10.1214/aoms/1177730256. Reference values:
 *   `kstwobign.isf` of SciPy 1.17.1.
 */
export function kolmogorovSmirnovLimit(n1: number, n2: number, level = 0.99): number {
  if (!(level > 0 && level < 1)) throw new DomainError('level', { level });
  if (!(n1 > 0 && n2 > 0)) return 1;
  const distance = Math.sqrt(-0.5 * Math.log((1 - level) / 2));
  return Math.min(1, distance * Math.sqrt((n1 + n2) / (n1 * n2)));
}
