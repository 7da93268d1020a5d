import { startValues } from '../normal/start-values.ts';
import type { StructuralModel } from '../table/parameter.ts';
import type { OrdinalData } from './ordinal-data.ts';

/**
 * Starting values of a model of ordered items.
 *
 * Thresholds as observed; the rest as for a factor model of the polychoric correlations (`startValues`),
 * residual variances and scaling factors at one.
 *
 * @param model compiled; @param data statistics of each group.
 * @returns θ.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Muthén, B. (1984). Psychometrika 49, 115–132. https://doi.org/10.1007/BF02294210.
 */
export function ordinalStart(model: StructuralModel, data: OrdinalData): Float64Array {
  const p = model.items.length;
  const start = startValues(
    model,
    data.groups.map(({ correlations }) => ({
      covariance: correlations,
      mean: new Float64Array(p),
    })),
  );
  const isSet = new Set<number>();
  for (const row of model.parameters) {
    if (row.parameter < 0 || row.start !== undefined || isSet.has(row.parameter)) continue;
    isSet.add(row.parameter);
    const isVariance = row.matrix === 'residuals' && row.row === row.column;
    if (isVariance) start[row.parameter] = 1;
    if (row.matrix === 'thresholds') {
      start[row.parameter] = data.groups[row.group]?.statistics[row.row] ?? 0;
    }
  }
  return start;
}
