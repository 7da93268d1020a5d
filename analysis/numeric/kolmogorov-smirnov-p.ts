import { kolmogorovSmirnovExactP } from './kolmogorov-smirnov-exact-p.ts';
import { kolmogorovSmirnovLimitP } from './kolmogorov-smirnov-limit-p.ts';

const LARGEST_EXACT = 10_000;

/**
 * The Kolmogorov–Smirnov test of two samples, two-sided.
 *
 * D = sup |F₁ − F₂|; p by the limiting distribution of √(n₁n₂/(n₁+n₂)) D, and by counting lattice paths, given
 * the ties, when n₁ n₂ < 10,000.
 *
 * @param first, second values of the two groups; no NaN, at least one each.
 * @returns D in [0, 1], limiting p in [0, 1], exact p or null.
 * @remarks Missing data: to be left out before. Ties make the limiting p conservative.
 * @throws never.
 * @see Hodges, J. L. (1958). https://doi.org/10.1007/BF02589501; Schröer, G., Trenkler, D. (1995).
 *   https://doi.org/10.1016/0167-9473(94)00040-P (ties). Reference values: R 4.2.2 `ks.test`.
 */
export function kolmogorovSmirnovP(
  first: Float64Array,
  second: Float64Array,
): { statistic: number; p: number; pExact: number | null } {
  const [a, b] = [first.slice().sort(), second.slice().sort()];
  const [n1, n2] = [a.length, b.length];
  const pooled = Float64Array.from([...a, ...b]).sort();
  let statistic = 0;
  for (let i = 0, j = 0, place = 0; place < pooled.length; place += 1) {
    const value = pooled[place]!;
    while (i < n1 && a[i]! <= value) i += 1;
    while (j < n2 && b[j]! <= value) j += 1;
    statistic = Math.max(statistic, Math.abs(i / n1 - j / n2));
  }
  const isTie = (place: number) => place > 0 && pooled[place - 1] === pooled[place];
  const p = kolmogorovSmirnovLimitP(Math.sqrt((n1 * n2) / (n1 + n2)) * statistic);
  const pExact = n1 * n2 < LARGEST_EXACT ? kolmogorovSmirnovExactP(statistic, n1, n2, isTie) : null;
  return { statistic, p, pExact };
}
