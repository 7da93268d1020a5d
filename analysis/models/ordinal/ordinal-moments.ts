import { pairTablesOfMatrix } from '../../correlations/pair-tables-of-matrix.ts';
import { polychoricMatrix } from '../../correlations/polychoric-matrix.ts';
import type { NotEstimable } from '../../estimate.ts';
import { influenceProducts } from '../../numeric/ordinal/influence-products.ts';
import { normalProbability } from '../../numeric/normal-probability.ts';
import { thresholdInfluence } from '../../numeric/threshold-influence.ts';
import type { ItemMatrix } from '../../table/item-matrix.ts';

/** What a model of ordered items is fitted to, for one group. */
export interface OrdinalMoments {
  readonly ok: true;
  readonly names: readonly string[];
  readonly n: number;
  /** Number of thresholds of each item. */
  readonly steps: readonly number[];
  /** Thresholds, item by item, then correlations (0, 1), (0, 2) … (1, 2) …. */
  readonly statistics: Float64Array;
  /** k × k, row-major. */
  readonly correlations: Float64Array;
  /** S × S, row-major: n times the sampling covariances of the statistics. */
  readonly gamma: Float64Array;
  readonly emptyCells: readonly {
    readonly items: readonly [string, string];
    readonly cells: number;
  }[];
}

/**
 * Thresholds, polychoric correlations and their asymptotic covariances, of complete answers.
 *
 * τ from the margins, ρ two-step (`polychoricFromTable`), Γ = (1/n) Σ z z′ (`influenceProducts`).
 *
 * @param rows n × k without missing answers; every value that occurs is a category.
 * @param onProgress called with the share done.
 * @returns the statistics; 'too-few-respondents' for none, 'zero-variance', 'perfect-correlation'.
 * @remarks Missing data: none allowed (`completeRows` first).
 * @throws DomainError 'too-many-categories'.
 * @see Muthén, B. (1984). A general structural equation model with dichotomous, ordered categorical, and
 *   continuous latent variable indicators. Psychometrika 49, 115–132. https://doi.org/10.1007/BF02294210.
 *   Reference values: lavaan 0.6-14 `lavInspect(fit, "gamma")`.
 */
export function ordinalMoments(
  rows: ItemMatrix,
  onProgress?: (share: number) => void,
): OrdinalMoments | NotEstimable {
  const { names, n, values } = rows;
  const k = names.length;
  if (n === 0) return { ok: false, reason: 'too-few-respondents' };
  const tables = pairTablesOfMatrix(rows);
  const { correlations, pairs } = polychoricMatrix(tables, 'listwise');
  const thresholds: Float64Array[] = names.map(() => new Float64Array());
  const influences: Float64Array[] = [];
  for (const { first, second, estimate } of pairs) {
    if (!estimate.ok) return estimate;
    thresholds[first] = estimate.rowThresholds;
    thresholds[second] = estimate.columnThresholds;
    influences.push(estimate.influence);
  }
  const categories = new Uint8Array(n * k);
  tables.items.forEach(({ scores }, item) => {
    const place = new Map(scores.map((score, index) => [score, index]));
    for (let row = 0; row < n; row += 1) {
      categories[item * n + row] = place.get(values[row * k + item] ?? NaN) ?? 0;
    }
  });
  const gamma = influenceProducts(
    {
      ...{ n, k, categories },
      sizes: Int32Array.from(thresholds, ({ length }) => length + 1),
      ofThresholds: thresholds.map((tau) => thresholdInfluence(tau, tau.map(normalProbability))),
      ofCorrelations: influences,
    },
    onProgress,
  );
  const rho = pairs.map(({ estimate }) => (estimate.ok ? estimate.rho : NaN));
  return {
    ...{ ok: true, names, n, gamma },
    steps: thresholds.map(({ length }) => length),
    statistics: Float64Array.from([...thresholds.flatMap((tau) => [...tau]), ...rho]),
    correlations: Float64Array.from(correlations.to1DArray()),
    emptyCells: pairs.flatMap(({ first, second, estimate }) => {
      const cells = estimate.ok ? estimate.emptyCells : 0;
      const items = [names[first] ?? '', names[second] ?? ''] as const;
      return cells > 0 ? [{ items, cells }] : [];
    }),
  };
}
