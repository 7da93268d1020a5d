import type { ModelMatrices } from '../../numeric/structure/structure.ts';
import type { Parameter, StructuralModel } from '../table/parameter.ts';
import type { OrdinalEstimate } from './estimate-ordinal.ts';

/**
 * The model with the values its parameterization leaves implicit written into fixed cells.
 *
 * Delta: θ_ii = 1/δ_i² − (ΛA Ψ A′Λ′)_ii. Theta: δ_i = 1/√σ_ii.
 *
 * @param estimate of the model.
 * @returns the model with fixed residual variances (delta) or scaling factors (theta) as estimated.
 * @remarks Missing data: not applicable. A residual variance may be negative.
 * @throws never.
 * @see Muthén, B., Asparouhov, T. (2002). Mplus Web Notes 4. Reference values: lavaan 0.6-14
 *   `parameterEstimates`.
 */
export function withImpliedScales(estimate: OrdinalEstimate): StructuralModel {
  const { model, state, parameterization } = estimate;
  const p = model.items.length;
  const implied = (group: number, item: number): number => {
    const { scales, moments, matrices } = state.groups[group] ?? {};
    const scale = scales?.[item] ?? NaN;
    if (parameterization === 'theta') return scale;
    const place = item * (p + 1);
    const common = (moments?.covariance[place] ?? NaN) - (matrices?.residuals[place] ?? NaN);
    return 1 / scale ** 2 - common;
  };
  const isImplied = ({ matrix, row, column }: Parameter) =>
    parameterization === 'theta' ? matrix === 'scaling' : matrix === 'residuals' && row === column;
  const groups = model.groups.map(({ template, elements }, group) => {
    const filled: ModelMatrices = {
      ...template,
      residuals: template.residuals.slice(),
      scaling: template.scaling.slice(),
    };
    for (let item = 0; item < p; item += 1) {
      if (parameterization === 'theta') filled.scaling[item] = implied(group, item);
      else filled.residuals[item * (p + 1)] = implied(group, item);
    }
    return { template: filled, elements };
  });
  const parameters = model.parameters.map((row) => {
    return isImplied(row) ? { ...row, value: implied(row.group, row.row) } : row;
  });
  return { ...model, groups, parameters };
}
