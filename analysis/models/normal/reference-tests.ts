import type { NotEstimable } from '../../estimate.ts';
import { modelTest, type ModelTest, type NormalEstimator } from './model-test.ts';
import type { PreparedNormal } from './prepare-normal.ts';
import { saturatedTrace } from './saturated-trace.ts';

/** What all models on the same data share. */
export interface ReferenceTests {
  readonly ok: true;
  readonly estimator: NormalEstimator;
  /** tr(A₁⁻¹ B₁) of the saturated model; undefined with ML. */
  readonly trace: number | undefined;
  /** The independence model against the saturated one. */
  readonly baseline: ModelTest;
}

/**
 * The parts of the tests that do not depend on the model: saturated trace and independence model.
 *
 * See `saturatedTrace` and `modelTest`.
 *
 * @param prepared data with its reference models; @param estimator ML or MLR.
 * @returns the parts; or 'not-identified' when the information of the saturated model is singular.
 * @remarks Missing data: by patterns.
 * @throws never.
 * @see Yuan, K.-H., Bentler, P. M. (2000). https://doi.org/10.1111/0081-1750.00078. Reference values: lavaan
 *   0.6-14 `fitMeasures`.
 */
export function referenceTests(
  prepared: PreparedNormal,
  estimator: NormalEstimator,
): ReferenceTests | NotEstimable {
  const trace = estimator === 'MLR' ? saturatedTrace(prepared) : undefined;
  const isMissing = estimator === 'MLR' && trace === undefined;
  const baseline = isMissing ? undefined : modelTest(prepared.independence, prepared, trace);
  if (!baseline) return { ok: false, reason: 'not-identified' };
  return { ok: true, estimator, trace, baseline };
}
