import { Matrix } from 'ml-matrix';
import { symmetricEigen } from '../../numeric/symmetric-eigen.ts';

export interface MinimumAveragePartial {
  /** Average squared and fourth-power partial correlation after m = 0 … p − 2 components. */
  readonly squared: readonly number[];
  readonly fourth: readonly number[];
  /** The m with the smallest average. */
  readonly bySquares: number;
  readonly byFourths: number;
}

function averagePower(partial: Matrix, power: number): number {
  const p = partial.rows;
  const all = Matrix.pow(partial, power).sum();
  return (all - p) / (p * (p - 1));
}

const smallest = (values: readonly number[]) => values.indexOf(Math.min(...values));

/**
 * Velicer's minimum average partial correlation test for the number of components.
 *
 * f_m = Σ_{i ≠ j} (r*_ij)^2 / (p(p − 1)), r* the correlations left after m principal components; the number
 * is the m where f_m (or the average fourth power) is smallest.
 *
 * @param correlation p × p, p ≥ 2.
 * @returns averages in [0, 1] for m = 0 … p − 2, and the two numbers.
 * @remarks Missing data: as in the matrix given. Where the components leave an item no variance, the
 *   series ends.
 * @throws never.
 * @see Velicer, W. F. (1976). Determining the number of components from the matrix of partial correlations.
 *   Psychometrika 41, 321–327. https://doi.org/10.1007/BF02293557; Velicer, W. F., Eaton, C. A., Fava, J. L.
 *   (2000). https://doi.org/10.1007/978-1-4615-4397-8_3 (fourth power). Reference values: psych 2.2.9 `vss`.
 */
export function minimumAveragePartial(correlation: Matrix): MinimumAveragePartial {
  const p = correlation.rows;
  const { values, vectors } = symmetricEigen(correlation);
  const residual = correlation.clone();
  const squared: number[] = [];
  const fourth: number[] = [];
  for (let m = 0; m <= p - 2; m += 1) {
    if (m > 0) {
      const v = vectors.getColumnVector(m - 1);
      residual.sub(v.mmul(v.transpose()).mul(values[m - 1] ?? NaN));
    }
    const scale = residual.diagonal().map((variance) => 1 / Math.sqrt(variance));
    if (scale.some((value) => !(value < 1e6))) break;
    const partial = residual.clone().mulColumnVector(scale).mulRowVector(scale);
    squared.push(averagePower(partial, 2));
    fourth.push(averagePower(partial, 4));
  }
  return { squared, fourth, bySquares: smallest(squared), byFourths: smallest(fourth) };
}
