import { ShapeError } from '../../errors.ts';
import { kolmogorovOneSampleP } from '../../numeric/kolmogorov-one-sample-p.ts';
import { kolmogorovSmirnovExactP } from '../../numeric/kolmogorov-smirnov-exact-p.ts';
import { sharesOfCounts } from './shares-of-counts.ts';
import { sum } from '../../numeric/sum.ts';

export interface KolmogorovSmirnovDrift {
  /** D in [0, 1]. */
  readonly statistic: number;
  /** By the distribution of one sample of n₁n₂/(n₁ + n₂). */
  readonly p: number;
  /** As if no values were equal; null for large samples. */
  readonly pExact: number | null;
}

const LARGEST_EXACT = 1_000_000;

/**
 * The Kolmogorov–Smirnov distance over ordered bins.
 *
 * D = max_b |Σ_{c ≤ b} a_c − Σ_{c ≤ b} b_c|.
 *
 * @param reference counts by distinct value: exact; by frozen bin: D at the cuts, which is at most the true D.
 * @param current counts by the same values or bins.
 * @returns D and two-sided p; both p are too large where values are equal, so a signal is one.
 * @remarks Missing data: not in the counts.
 * @throws ShapeError 'bins'; DomainError 'count'.
 * @see Hodges, J. L. (1958). https://doi.org/10.1007/BF02589501. Reference values: scipy 1.17 `ks_2samp`, exact and
 *   asymptotic.
 */
export function kolmogorovSmirnovFromCounts(
  reference: readonly number[],
  current: readonly number[],
): KolmogorovSmirnovDrift {
  if (reference.length !== current.length) throw new ShapeError('bins');
  const [a, b] = [sharesOfCounts(reference), sharesOfCounts(current)];
  let [apart, statistic] = [0, 0];
  a.forEach((share, i) => {
    apart += share - (b[i] ?? NaN);
    statistic = Math.max(statistic, Math.abs(apart));
  });
  const [n1, n2] = [sum(reference), sum(current)];
  return {
    statistic,
    p: kolmogorovOneSampleP(statistic, Math.max(1, Math.round((n1 * n2) / (n1 + n2)))),
    pExact:
      n1 * n2 <= LARGEST_EXACT ? kolmogorovSmirnovExactP(statistic, n1, n2, () => false) : null,
  };
}
