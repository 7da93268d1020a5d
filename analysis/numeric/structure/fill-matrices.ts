import { setCell } from './set-cell.ts';
import { matrixNames, type Elements, type ModelMatrices } from './structure.ts';

/**
 * The matrices of a group at given parameters.
 *
 * Every element takes the value of its parameter; other cells keep the template's.
 *
 * @param template fixed values.
 * @param elements cells that depend on parameters.
 * @param parameters θ.
 * @param into what an earlier call with the same template and elements returned, to be used again.
 * @returns matrices of their own, or `into`; the template is not changed.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Bollen, K. A. (1989). Structural Equations with Latent Variables, ch. 2.
 *   https://doi.org/10.1002/9781118619179.
 */
export function fillMatrices(
  template: ModelMatrices,
  elements: Elements,
  parameters: Float64Array,
  into?: ModelMatrices,
): ModelMatrices {
  const matrices: ModelMatrices = into ?? {
    ...{ p: template.p, m: template.m },
    loadings: template.loadings.slice(),
    residuals: template.residuals.slice(),
    latent: template.latent.slice(),
    regressions: template.regressions.slice(),
    intercepts: template.intercepts.slice(),
    latentMeans: template.latentMeans.slice(),
    thresholds: template.thresholds.slice(),
    scaling: template.scaling.slice(),
  };
  for (let e = 0; e < elements.count; e += 1) {
    const name = matrixNames[elements.matrix[e]!]!;
    setCell(
      matrices,
      name,
      elements.row[e]!,
      elements.column[e]!,
      parameters[elements.parameter[e]!]!,
    );
  }
  return matrices;
}
