import { Matrix } from 'ml-matrix';
import type { NotEstimable } from '../estimate.ts';
import type { CaseSelection, ItemPairTables } from '../psychometrics/item-pair-tables.ts';
import { pairTable } from './pair-table.ts';
import { polychoricFromTable, type PolychoricEstimate } from './polychoric-from-table.ts';

/** Every pair of items i < j, in the order (0, 1), (0, 2) … (1, 2) …. */
export interface PolychoricPair {
  readonly first: number;
  readonly second: number;
  readonly estimate: PolychoricEstimate | NotEstimable;
}

export interface PolychoricMatrix {
  /** k × k, unit diagonal; NaN where a pair has no estimate. */
  readonly correlations: Matrix;
  readonly pairs: readonly PolychoricPair[];
}

/**
 * Two-step polychoric correlations of all pairs of ordered items.
 *
 * Every entry by `polychoricFromTable`; thresholds from the pair's own margins, which for complete cases
 * are the same in every pair.
 *
 * @param tables item pair tables of the k items.
 * @param cases 'listwise' or 'pairwise'.
 * @param onProgress called with the share of pairs done.
 * @returns the matrix and the estimates of the k(k − 1)/2 pairs with their standard errors.
 * @remarks Missing data: as selected. The matrix need not be positive definite: see `smoothCorrelation`.
 * @throws never.
 * @see Olsson, U. (1979). Psychometrika 44, 443–460. https://doi.org/10.1007/BF02296207. Reference values:
 *   lavaan 0.6-14 `lavCor`, psych 2.2.9 `polychoric(correct = 0)`.
 */
export function polychoricMatrix(
  tables: ItemPairTables,
  cases: CaseSelection,
  onProgress?: (share: number) => void,
): PolychoricMatrix {
  const k = tables.items.length;
  const correlations = Matrix.eye(k, k);
  const pairs: PolychoricPair[] = [];
  for (let first = 0; first < k; first += 1) {
    for (let second = first + 1; second < k; second += 1) {
      const estimate = polychoricFromTable(pairTable(tables, cases, first, second));
      const rho = estimate.ok ? estimate.rho : NaN;
      correlations.set(first, second, rho);
      correlations.set(second, first, rho);
      pairs.push({ first, second, estimate });
    }
    onProgress?.(pairs.length / Math.max(1, (k * (k - 1)) / 2));
  }
  return { correlations, pairs };
}
