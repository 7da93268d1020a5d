import type { ModelMatrices } from '../../numeric/structure/structure.ts';
import { normalProbability } from '../../numeric/normal-probability.ts';
import type { StructuralModel } from '../table/parameter.ts';
import { deltaMethod } from './delta-method.ts';
import { standardisedValues } from './standardised-values.ts';

export interface ParameterEstimate {
  readonly lhs: string;
  readonly op: string;
  readonly rhs: string;
  /** From 0. */
  readonly group: number;
  readonly label: string | undefined;
  readonly isFree: boolean;
  readonly estimate: number;
  /** 0 for fixed parameters. */
  readonly standardError: number;
  readonly z: number | undefined;
  readonly p: number | undefined;
  /** 95 % */
  readonly lower: number;
  readonly upper: number;
  /** Factors with unit variance. */
  readonly standardisedByFactors: number;
  /** Factors and items with unit variance. */
  readonly standardised: number;
  readonly standardisedStandardError: number;
}

// The 0.975 quantile of the standard normal distribution.
const z975 = 1.959963984540054;

/**
 * The parameters of a fitted model with standard errors, Wald tests, 95 % intervals and standardised values.
 *
 * z = θ̂/se, p = 2 (1 − Φ(|z|)), θ̂ ± 1.96 se; standard errors of standardised values by the delta method.
 *
 * @param model compiled; @param parameters θ̂; @param covariance cov(θ̂).
 * @returns one a row of the parameter table.
 * @remarks Missing data: in cov(θ̂). Fixed parameters have a standard error of 0 and no test.
 * @throws never.
 * @see Bollen, K. A. (1989). Structural Equations with Latent Variables, ch. 4 and 7.
 *   https://doi.org/10.1002/9781118619179. Reference values: lavaan 0.6-14 `parameterEstimates`.
 */
export function parameterEstimates(
  model: StructuralModel,
  parameters: Float64Array,
  covariance: Float64Array,
): ParameterEstimate[] {
  const width = model.freeCount;
  const { byFactors, all } = standardisedValues(model, parameters);
  const scratch: ModelMatrices[] = [];
  const errors = deltaMethod(
    (theta) => standardisedValues(model, theta, scratch).all,
    ...([parameters, covariance] as const),
  );
  return model.parameters.map((row, index) => {
    const isFree = row.parameter >= 0;
    const estimate = isFree ? (parameters[row.parameter] ?? NaN) : row.value;
    const variance = isFree ? (covariance[row.parameter * (width + 1)] ?? NaN) : 0;
    const standardError = Math.sqrt(variance);
    const z = isFree && standardError > 0 ? estimate / standardError : undefined;
    return {
      ...{ lhs: row.lhs, op: row.op, rhs: row.rhs, group: row.group, label: row.label, isFree },
      ...{ estimate, standardError, z },
      p: z === undefined ? undefined : 2 * normalProbability(-Math.abs(z)),
      lower: estimate - z975 * standardError,
      upper: estimate + z975 * standardError,
      standardisedByFactors: byFactors[index] ?? NaN,
      standardised: all[index] ?? NaN,
      standardisedStandardError: errors[index] ?? NaN,
    };
  });
}
