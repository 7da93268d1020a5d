import { compileGroup } from './compile-group.ts';
import type { Parameter, StructuralModel } from './parameter.ts';

/**
 * The two models a model is compared with: independent items, and no restriction at all.
 *
 * Independence: Σ = diag(θ_ii). Saturated: Σ = Θ, all covariances free. Means free in both.
 *
 * @param items names, groups their number, hasMeans whether means are modelled.
 * @param kind which.
 * @returns the model, ready for estimation; it has no factors.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Bentler, P. M., Bonett, D. G. (1980). https://doi.org/10.1037/0033-2909.88.3.588. Reference program:
 *   lavaan 0.6-14.
 */
export function referenceModel(
  items: readonly string[],
  groups: number,
  hasMeans: boolean,
  kind: 'independence' | 'saturated',
): StructuralModel {
  const p = items.length;
  let freeCount = 0;
  const parameters: Parameter[] = [];
  const add = (row: Omit<Parameter, 'parameter' | 'value'>) => {
    parameters.push({ ...row, parameter: freeCount, value: 0 });
    freeCount += 1;
  };
  for (let group = 0; group < groups; group += 1) {
    items.forEach((lhs, row) => {
      items.forEach((rhs, column) => {
        if (column > row || (kind === 'independence' && column < row)) return;
        add({ lhs, op: '~~', rhs, group, matrix: 'residuals', row, column });
      });
    });
    if (!hasMeans) continue;
    items.forEach((lhs, row) => {
      add({ lhs, op: '~1', rhs: '', group, matrix: 'intercepts', row, column: 0 });
    });
  }
  const compiled = Array.from({ length: groups }, (_, group) => {
    const rows = parameters.filter((row) => row.group === group);
    return compileGroup(rows, { p, m: 0, thresholds: 0 });
  });
  return { items, factors: [], hasMeans, parameters, freeCount, groups: compiled };
}
