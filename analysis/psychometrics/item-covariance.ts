import { Matrix } from 'ml-matrix';
import { DomainError } from '../errors.ts';
import type { CaseSelection, ItemPairTables } from './item-pair-tables.ts';

/** Covariance of items i ≤ j from their contingency table; NaN below two cases. */
function covarianceOfPair(tables: ItemPairTables, pairs: Float64Array, i: number, j: number) {
  const { items, firstCategory } = tables;
  const m = firstCategory[items.length] ?? 0;
  const [a, b] = [items[i]?.scores ?? [], items[j]?.scores ?? []];
  const [firstA, firstB] = [firstCategory[i] ?? 0, firstCategory[j] ?? 0];
  const each = (visit: (count: number, scoreA: number, scoreB: number) => void) => {
    a.forEach((scoreA, optionA) => {
      b.forEach((scoreB, optionB) => {
        visit(pairs[(firstA + optionA) * m + firstB + optionB] ?? 0, scoreA, scoreB);
      });
    });
  };
  let [n, sumA, sumB, products] = [0, 0, 0, 0];
  const [seenA, seenB] = [new Set<number>(), new Set<number>()];
  each((count, scoreA, scoreB) => {
    n += count;
    sumA += count * scoreA;
    sumB += count * scoreB;
    if (count > 0) seenA.add(scoreA);
    if (count > 0) seenB.add(scoreB);
  });
  if (n < 2) return NaN;
  // Exactly zero: a constant item is named by it, and rounding of its mean must not hide it.
  if (seenA.size === 1 || seenB.size === 1) return 0;
  // Second pass on deviations: scores far from zero lose no digits.
  each((count, scoreA, scoreB) => {
    products += count * (scoreA - sumA / n) * (scoreB - sumB / n);
  });
  return products / (n - 1);
}

/**
 * The sample covariance matrix (n − 1) of item scores.
 *
 * c_ij = Σ_ab n_ij(a, b) (s_ia − s̄_i)(s_jb − s̄_j) / (n_ij − 1); means over the cases counted in the
 * same table, so that pairwise entries use the pair's own means.
 *
 * @param tables item pair tables of the k items.
 * @param cases 'listwise': complete cases; 'pairwise': all who answered both items.
 * @returns k × k symmetric; NaN where fewer than two cases exist. Pairwise: not necessarily positive
 *   semidefinite.
 * @remarks Missing data: as selected. An item without variance has a row of zeros.
 * @throws DomainError 'no-items'.
 * @see Little, R. J. A., Rubin, D. B. (2019). Statistical Analysis with Missing Data (3rd ed.),
 *   sections 3.2 and 3.4. https://doi.org/10.1002/9781119482260. Reference values: R 4.2.2 `cov`.
 */
export function itemCovariance(tables: ItemPairTables, cases: CaseSelection): Matrix {
  const k = tables.items.length;
  if (k === 0) throw new DomainError('no-items');
  const pairs = cases === 'listwise' ? tables.completePairs : tables.pairs;
  const covariance = Matrix.zeros(k, k);
  for (let i = 0; i < k; i += 1) {
    for (let j = i; j < k; j += 1) {
      const value = covarianceOfPair(tables, pairs, i, j);
      covariance.set(i, j, value);
      covariance.set(j, i, value);
    }
  }
  return covariance;
}
