import type { ModelMatrices } from '../../numeric/structure/structure.ts';
import { fillMatrices } from '../../numeric/structure/fill-matrices.ts';
import { impliedVariances } from '../../numeric/structure/implied-variances.ts';
import type { Parameter, StructuralModel } from '../table/parameter.ts';

export interface StandardisedValues {
  /** One per row of the parameter table: factors with unit variance. */
  readonly byFactors: Float64Array;
  /** One per row: factors and items with unit variance. */
  readonly all: Float64Array;
}

interface Scales {
  readonly items: readonly number[];
  readonly factors: readonly number[];
  /** Of Θ and Ψ: what covariances of residuals are divided by. */
  readonly residuals: readonly number[];
  readonly disturbances: readonly number[];
}

const roots = (matrix: Float64Array, size: number) =>
  Array.from({ length: size }, (_, i) => Math.sqrt(matrix[i * (size + 1)] ?? NaN));

function standardise(row: Parameter, value: number, scales: Scales): [number, number] {
  const { items, factors, residuals, disturbances } = scales;
  const of = (list: readonly number[], index: number) => list[index] ?? NaN;
  switch (row.matrix) {
    case 'loadings': {
      const scaled = value * of(factors, row.column);
      return [scaled, scaled / of(items, row.row)];
    }
    case 'regressions': {
      const scaled = (value * of(factors, row.column)) / of(factors, row.row);
      return [scaled, scaled];
    }
    case 'residuals': {
      if (row.row === row.column) return [value, value / of(items, row.row) ** 2];
      return [
        value,
        value === 0 ? 0 : value / (of(residuals, row.row) * of(residuals, row.column)),
      ];
    }
    case 'latent': {
      const scaled =
        row.row === row.column
          ? value / of(factors, row.row) ** 2
          : value / (of(disturbances, row.row) * of(disturbances, row.column));
      return [scaled, scaled];
    }
    case 'latentMeans': {
      const scaled = value / of(factors, row.row);
      return [scaled, scaled];
    }
    case 'intercepts':
      return [value, value / of(items, row.row)];
    case 'thresholds':
    case 'scaling':
      return [value, value];
  }
}

function scalesOf(matrices: ModelMatrices): Scales | undefined {
  const variances = impliedVariances(matrices);
  return (
    variances && {
      items: [...variances.items.map(Math.sqrt)],
      factors: [...variances.factors.map(Math.sqrt)],
      residuals: roots(matrices.residuals, matrices.p),
      disturbances: roots(matrices.latent, matrices.m),
    }
  );
}

/**
 * The standardised solution.
 *
 * Loadings λ sd(η)/sd(y), variances by those implied, covariances of residuals and of factors as correlations,
 * intercepts ν/sd(y), means α/sd(η), regressions β sd(η_k)/sd(η_j).
 *
 * @param model compiled; @param parameters θ.
 * @param scratch matrices of the groups, kept for calls that follow.
 * @returns a value for each row of the table; NaN where a variance is negative. Thresholds and scaling
 *   factors are returned as they are.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Bollen, K. A. (1989). Structural Equations with Latent Variables, p. 349.
 *   https://doi.org/10.1002/9781118619179. Reference values: lavaan 0.6-14 `parameterEstimates`.
 */
export function standardisedValues(
  model: StructuralModel,
  parameters: Float64Array,
  scratch: (ModelMatrices | undefined)[] = [],
): StandardisedValues {
  const scales = model.groups.map(({ template, elements }, group) => {
    const matrices = fillMatrices(template, elements, parameters, scratch[group]);
    scratch[group] = matrices;
    return scalesOf(matrices);
  });
  const byFactors = new Float64Array(model.parameters.length).fill(NaN);
  const all = new Float64Array(model.parameters.length).fill(NaN);
  for (const [index, row] of model.parameters.entries()) {
    const scale = scales[row.group];
    if (!scale) continue;
    const value = row.parameter < 0 ? row.value : (parameters[row.parameter] ?? NaN);
    [byFactors[index], all[index]] = standardise(row, value, scale);
  }
  return { byFactors, all };
}
