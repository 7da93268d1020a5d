import type { Interval } from '../../estimate.ts';
import { normalProbability } from '../../numeric/normal-probability.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { standardisedValues } from '../fit/standardised-values.ts';
import type { Parameter } from '../table/parameter.ts';
import type { OrdinalEstimate } from './estimate-ordinal.ts';
import { withImpliedScales } from './with-implied-scales.ts';

/** One row of a table of estimates. */
export interface ListedEstimate extends Pick<Parameter, 'lhs' | 'op' | 'rhs' | 'group'> {
  readonly isFree: boolean;
  readonly estimate: number;
  /** 0 for fixed values. */
  readonly standardError: number;
  /** Undefined for fixed values. */
  readonly z: number | undefined;
  readonly p: number | undefined;
  readonly interval: Interval;
  /** Factors with unit variance; factors and latent responses with unit variance. */
  readonly standardisedByFactors: number;
  readonly standardised: number;
}

/**
 * All parameters of a model of ordered items with standard errors, 95 % intervals and standardised values.
 *
 * z = θ̂/se, two-sided p by the normal distribution; thresholds are standardised by the response's standard
 * deviation, scaling factors to one.
 *
 * @param estimate of the model.
 * @returns rows in the order of the parameter table, implied residual variances or scaling factors included.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Muthén, B., Asparouhov, T. (2002). Mplus Web Notes 4. Reference values: lavaan 0.6-14
 *   `parameterEstimates(standardized = TRUE)`.
 */
export function listEstimates(estimate: OrdinalEstimate): ListedEstimate[] {
  const { parameters, covariance, state } = estimate;
  const model = withImpliedScales(estimate);
  const width = model.freeCount;
  const { byFactors, all } = standardisedValues(model, parameters);
  const reach = normalQuantile(0.975);
  let thresholdItem: number[] | undefined;
  return model.parameters.map((row, index): ListedEstimate => {
    const { lhs, op, rhs, group, parameter } = row;
    const isFree = parameter >= 0;
    const value = isFree ? (parameters[parameter] ?? NaN) : row.value;
    const standardError = isFree ? Math.sqrt(covariance[parameter * (width + 1)] ?? NaN) : 0;
    const z = isFree && standardError > 0 ? value / standardError : undefined;
    thresholdItem ??= [...estimate.data.itemOf];
    const scales = state.groups[group]?.scales;
    const item = op === '|' ? (thresholdItem[row.row] ?? 0) : row.row;
    const scale = scales?.[item] ?? NaN;
    const isScaling = op === '~*~';
    return {
      ...{ lhs, op, rhs, group, isFree, estimate: value, standardError, z },
      p: z === undefined ? undefined : 2 * normalProbability(-Math.abs(z)),
      interval: [value - reach * standardError, value + reach * standardError],
      standardisedByFactors: byFactors[index] ?? NaN,
      standardised: isScaling ? 1 : op === '|' ? value * scale : (all[index] ?? NaN),
    };
  });
}
