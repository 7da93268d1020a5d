import { splitPatterns } from '../../numeric/normal/split-patterns.ts';
import type { ItemMatrix } from '../../table/item-matrix.ts';
import type { StructuralModel } from '../table/parameter.ts';
import { htmt, type Htmt } from './htmt.ts';

export interface ListwiseHtmt extends Htmt {
  /** Factors with items of their own, in the order of rows and columns. */
  readonly factors: readonly string[];
}

/**
 * Heterotrait–monotrait ratios of a model's factors from Pearson correlations of complete rows.
 *
 * See `htmt`.
 *
 * @param model which items load on which factor (loadings other than zero).
 * @param complete answers of complete rows, all groups together.
 * @returns the ratios; undefined with fewer than two factors that have items, or fewer than two rows.
 * @remarks Missing data: listwise.
 * @throws never.
 * @see Henseler, J., Ringle, C. M., Sarstedt, M. (2015). https://doi.org/10.1007/s11747-014-0403-8. Reference
 *   values: semTools 0.5-6 `htmt`.
 */
export function listwiseHtmt(
  model: StructuralModel,
  complete: ItemMatrix,
): ListwiseHtmt | undefined {
  const p = model.items.length;
  const blocks = model.factors.map((_, factor) =>
    model.parameters
      .filter(({ matrix, group, column, parameter, value }) => {
        const isOwn = matrix === 'loadings' && group === 0 && column === factor;
        return isOwn && (parameter >= 0 || value !== 0);
      })
      .map(({ row }) => row),
  );
  const kept = blocks.flatMap((items, factor) => (items.length > 0 ? [factor] : []));
  const [pattern] = splitPatterns(complete.values, p);
  if (kept.length < 2 || !pattern || pattern.n < 2) return undefined;
  const s = pattern.covariance;
  const correlation = Float64Array.from({ length: p * p }, (_, cell) => {
    const [i, j] = [Math.floor(cell / p), cell % p];
    return (s[cell] ?? NaN) / Math.sqrt((s[i * (p + 1)] ?? NaN) * (s[j * (p + 1)] ?? NaN));
  });
  return {
    factors: kept.map((factor) => model.factors[factor] ?? ''),
    ...htmt(
      correlation,
      kept.map((factor) => blocks[factor] ?? []),
    ),
  };
}
