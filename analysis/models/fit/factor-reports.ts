import { directionsOf } from '../../numeric/structure/directions.ts';
import { fillMatrices } from '../../numeric/structure/fill-matrices.ts';
import { impliedMoments, type Moments } from '../../numeric/structure/implied-moments.ts';
import type { StructuralModel } from '../table/parameter.ts';
import { convergentValidity, type ConvergentValidity } from './convergent-validity.ts';

export interface FactorValidity extends ConvergentValidity {
  readonly factor: string;
  readonly items: readonly string[];
  /** AVE above every squared correlation with another factor; undefined for a single factor. */
  readonly meetsFornellLarcker: boolean | undefined;
}

/** One group. */
export interface FactorReport {
  /** Factors with items of their own. */
  readonly factors: readonly FactorValidity[];
  /** m × m, row-major, all factors. */
  readonly correlations: Float64Array;
}

function sumOfBlock(matrix: Float64Array, p: number, items: readonly number[]): number {
  return items.reduce((sum, i) => items.reduce((s, j) => s + (matrix[i * p + j] ?? 0), sum), 0);
}

/**
 * Reliability, convergent and discriminant validity of the factors of a fitted model.
 *
 * See `convergentValidity`; Fornell–Larcker: AVE_a > φ_ab² for all b ≠ a.
 *
 * @param model compiled; @param parameters θ̂; @param sample moments of each group.
 * @returns one report per group.
 * @remarks Missing data: sample moments by EM. Factors measured by factors alone are left out.
 * @throws never.
 * @see Fornell, C., Larcker, D. F. (1981). https://doi.org/10.1177/002224378101800104. Reference values:
 *   semTools 0.5-6 `compRelSEM`, `AVE`.
 */
export function factorReports(
  model: StructuralModel,
  parameters: Float64Array,
  sample: readonly Moments[],
): FactorReport[] {
  return model.groups.flatMap(({ template, elements }, index): FactorReport[] => {
    const matrices = fillMatrices(template, elements, parameters);
    const directions = directionsOf(matrices, elements);
    const observed = sample[index];
    if (!directions || !observed) return [];
    const { p, m, loadings, residuals } = matrices;
    const implied = impliedMoments(matrices, directions);
    const latent = directions.latentCovariance;
    const sd = model.factors.map((_, f) => Math.sqrt(latent[f * (m + 1)] ?? NaN));
    const correlations = latent.map((value, cell) => {
      const [a, b] = [Math.floor(cell / m), cell % m];
      return a === b ? 1 : value / ((sd[a] ?? NaN) * (sd[b] ?? NaN));
    });
    const measured = model.factors.map((_, f) =>
      model.items.flatMap((__, i) => ((loadings[i * m + f] ?? 0) === 0 ? [] : [i])),
    );
    const factors = model.factors.flatMap((factor, f): FactorValidity[] => {
      const items = measured[f] ?? [];
      if (items.length === 0) return [];
      const scaled = items.map((i) => (loadings[i * m + f] ?? NaN) * (sd[f] ?? NaN));
      const validity = convergentValidity({
        loadings: scaled,
        standardised: scaled.map((value, place) => {
          const item = items[place] ?? 0;
          return value / Math.sqrt(implied.covariance[item * (p + 1)] ?? NaN);
        }),
        residuals: items.map((i) => residuals[i * (p + 1)] ?? NaN),
        sampleVarianceOfSum: sumOfBlock(observed.covariance, p, items),
        impliedVarianceOfSum: sumOfBlock(implied.covariance, p, items),
      });
      const others = model.factors.flatMap((_, b) =>
        b === f || (measured[b] ?? []).length === 0 ? [] : [(correlations[f * m + b] ?? NaN) ** 2],
      );
      const meetsFornellLarcker =
        others.length > 0
          ? others.every((square) => validity.averageVarianceExtracted > square)
          : undefined;
      return [
        { factor, items: items.map((i) => model.items[i] ?? ''), ...validity, meetsFornellLarcker },
      ];
    });
    return [{ factors, correlations }];
  });
}
