import type { Parameter, StructuralModel } from '../table/parameter.ts';

export interface StartMoments {
  /** p × p, row-major */
  readonly covariance: Float64Array;
  readonly mean: Float64Array;
}

/** Loadings of items on their first principal axis, in units of their standard deviations. */
function principalLoadings(
  items: readonly number[],
  correlation: (i: number, j: number) => number,
) {
  let axis = items.map((_, index) =>
    index === 0 ? 1 : 0.5 * Math.sign(correlation(items[0] ?? 0, items[index] ?? 0) || 1),
  );
  let length = 1;
  for (let turn = 0; turn < 30; turn += 1) {
    const image = items.map((i) =>
      items.reduce((sum, j, index) => sum + correlation(i, j) * (axis[index] ?? 0), 0),
    );
    length = Math.hypot(...image) || 1;
    axis = image.map((value) => value / length);
  }
  const sign = (axis[0] ?? 1) < 0 ? -1 : 1;
  const size = Math.sqrt(Math.max(length - 0.5, 0.3));
  return axis.map((value) => {
    const loading = sign * value * size;
    return Math.sign(loading || 1) * Math.min(Math.max(Math.abs(loading), 0.2), 0.9);
  });
}

/** Rough standardised loadings of each factor's items; first loading positive. */
function roughLoadings(rows: readonly Parameter[], { covariance, mean }: StartMoments) {
  const p = mean.length;
  const variance = (i: number) => covariance[i * p + i] ?? 0;
  const correlation = (i: number, j: number) =>
    i === j ? 1 : (covariance[i * p + j] ?? 0) / Math.sqrt(variance(i) * variance(j) || 1);
  const loadings = rows.filter(({ matrix }) => matrix === 'loadings');
  const crowd = (item: number) => loadings.filter(({ row }) => row === item).length;
  const rough = new Map<Parameter, number>();
  for (const factor of new Set(loadings.map(({ column }) => column))) {
    const own = loadings.filter(({ column }) => column === factor);
    const axis = principalLoadings(
      own.map(({ row }) => row),
      correlation,
    );
    own.forEach((row, index) => {
      rough.set(row, (axis[index] ?? 0.5) * Math.sqrt(variance(row.row) / crowd(row.row)));
    });
  }
  return rough;
}

/**
 * Starting values of a factor model.
 *
 * Loadings from the first principal axis of each factor's items, scaled to the marker or to unit variance;
 * residuals at half the item's variance; factors uncorrelated; intercepts at the means; regressions 0.5.
 *
 * @param model compiled.
 * @param moments sample moments of each group.
 * @returns θ at which Σ is positive definite unless the text's own starts prevent it.
 * @remarks Missing data: moments may come from available cases.
 * @throws never.
 * @see Bollen, K. A. (1989). Structural Equations with Latent Variables, appendix 4C.
 *   https://doi.org/10.1002/9781118619179.
 */
export function startValues(
  model: StructuralModel,
  moments: readonly StartMoments[],
): Float64Array {
  const start = new Float64Array(model.freeCount);
  const isSet = new Set<number>();
  for (const [group, sample] of moments.entries()) {
    const rows = model.parameters.filter((row) => row.group === group);
    const rough = roughLoadings(rows, sample);
    const p = model.items.length;
    /** Of a factor whose marker is fixed: what its rough loadings are to be divided by. */
    const scale = model.factors.map((_, factor) => {
      const marker = rows.find(
        ({ matrix, column, parameter, value }) =>
          matrix === 'loadings' && column === factor && parameter < 0 && value !== 0,
      );
      return marker ? (rough.get(marker) ?? 1) / marker.value : 1;
    });
    const valueOf = (row: Parameter): number => {
      if (row.start !== undefined) return row.start;
      switch (row.matrix) {
        case 'loadings':
          return (rough.get(row) ?? 0) / (scale[row.column] ?? 1);
        case 'residuals':
          return row.row === row.column ? 0.5 * (sample.covariance[row.row * (p + 1)] ?? 1) : 0;
        case 'latent':
          return row.row === row.column ? (scale[row.row] ?? 1) ** 2 : 0;
        case 'regressions':
          return (0.5 * (scale[row.row] ?? 1)) / (scale[row.column] ?? 1);
        case 'intercepts':
          return sample.mean[row.row] ?? 0;
        case 'scaling':
          return 1;
        case 'latentMeans':
        case 'thresholds':
          return 0;
      }
    };
    for (const row of rows) {
      if (row.parameter < 0 || isSet.has(row.parameter)) continue;
      isSet.add(row.parameter);
      start[row.parameter] = valueOf(row);
    }
  }
  return start;
}
