import { setCell } from '../../numeric/structure/set-cell.ts';
import {
  matrixNames,
  type Elements,
  type ModelMatrices,
} from '../../numeric/structure/structure.ts';
import type { GroupStructure, Parameter } from './parameter.ts';

function emptyMatrices(p: number, m: number, thresholds: number): ModelMatrices {
  return {
    ...{ p, m },
    loadings: new Float64Array(p * m),
    residuals: new Float64Array(p * p),
    latent: new Float64Array(m * m),
    regressions: new Float64Array(m * m),
    intercepts: new Float64Array(p),
    latentMeans: new Float64Array(m),
    thresholds: new Float64Array(thresholds),
    scaling: new Float64Array(p).fill(1),
  };
}

/**
 * One group's rows of a parameter table as matrices and elements.
 *
 * No formula.
 *
 * @param rows the group's rows; those with a parameter become elements, the others fixed cells.
 * @param size numbers of items, factors, thresholds.
 * @returns template and elements, the elements in the order of the rows.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Bollen, K. A. (1989). Structural Equations with Latent Variables, ch. 2.
 *   https://doi.org/10.1002/9781118619179.
 */
export function compileGroup(
  rows: readonly Parameter[],
  { p, m, thresholds }: { p: number; m: number; thresholds: number },
): GroupStructure {
  const template = emptyMatrices(p, m, thresholds);
  for (const { matrix, row, column, parameter, value } of rows) {
    if (parameter < 0) setCell(template, matrix, row, column, value);
  }
  const free = rows.filter(({ parameter }) => parameter >= 0);
  const elements: Elements = {
    count: free.length,
    matrix: Uint8Array.from(free, ({ matrix }) => matrixNames.indexOf(matrix)),
    row: Int32Array.from(free, ({ row }) => row),
    column: Int32Array.from(free, ({ column }) => column),
    parameter: Int32Array.from(free, ({ parameter }) => parameter),
  };
  return { template, elements };
}
