import type { MatrixName, ModelMatrices } from './structure.ts';

/**
 * Writes one value into a group's matrices; covariances on both sides of the diagonal.
 *
 * No formula.
 *
 * @param matrices to be changed.
 * @param name, row, column the cell; column 0 for vectors.
 * @param value the number.
 * @returns nothing.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Bollen, K. A. (1989). Structural Equations with Latent Variables, ch. 2.
 *   https://doi.org/10.1002/9781118619179.
 */
export function setCell(
  matrices: ModelMatrices,
  name: MatrixName,
  row: number,
  column: number,
  value: number,
): void {
  const { p, m } = matrices;
  const cells = matrices[name];
  switch (name) {
    case 'loadings':
    case 'regressions':
      cells[row * m + column] = value;
      return;
    case 'residuals':
    case 'latent': {
      const width = name === 'latent' ? m : p;
      cells[row * width + column] = value;
      cells[column * width + row] = value;
      return;
    }
    case 'intercepts':
    case 'latentMeans':
    case 'thresholds':
    case 'scaling':
      cells[row] = value;
  }
}
