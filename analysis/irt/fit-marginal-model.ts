import type { NotEstimable } from '../estimate.ts';
import { choleskyFactor } from '../numeric/cholesky-factor.ts';
import { choleskySolve } from '../numeric/cholesky-solve.ts';
import { maximise } from '../numeric/maximise.ts';
import { marginalLikelihood, type MarginalLikelihood } from './marginal-likelihood.ts';
import type { MarginalModel } from './marginal-model.ts';

export interface Controls {
  /** Called now and then with the share done, in [0, 1]. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

export interface MarginalFit extends MarginalLikelihood {
  readonly ok: true;
  readonly parameters: Float64Array;
  readonly iterations: number;
}

const MAXIMUM_ITERATIONS = 500;
/** A typical number of iterations, for the progress shown. */
const USUAL_ITERATIONS = 30;

/** Solves with the block diagonal information of the complete data. */
function blockSolver(information: readonly Float64Array[]) {
  const factors = information.map((block) => choleskyFactor(block, Math.sqrt(block.length)));
  return (v: Float64Array): Float64Array | undefined => {
    const result = new Float64Array(v.length);
    let start = 0;
    for (const factor of factors) {
      if (!factor) return undefined;
      const end = start + Math.sqrt(factor.length);
      result.set(choleskySolve(factor, v.subarray(start, end)), start);
      start = end;
    }
    return result;
  };
}

/**
 * Marginal maximum likelihood estimates of an item response model.
 *
 * arg max ℓ by EM gradient steps with quasi-Newton acceleration, until gᵀI_c⁻¹g < 10⁻¹⁰ with I_c the information of
 * the complete data: far below a thousandth of a standard error.
 *
 * @param model blocks, groups and quadrature points.
 * @param start parameters inside the domain.
 * @param controls progress.
 * @returns estimates with everything of the last E step.
 * @remarks Missing data: missing answers are left out of the likelihood (missing at random). 'no-convergence' when
 *   the maximum is not reached, as when a category's parameter is infinite.
 * @throws never.
 * @see Bock, R. D., Aitkin, M. (1981). https://doi.org/10.1007/BF02293801; Lange, K. (1995).
 *   https://doi.org/10.1111/j.2517-6161.1995.tb02037.x (EM gradient). Reference values: mirt 1.38.1.
 */
export function fitMarginalModel(
  model: MarginalModel,
  start: Float64Array,
  controls: Controls = {},
): MarginalFit | NotEstimable {
  let iteration = 0;
  const found = maximise(
    (parameters) => {
      const likelihood = marginalLikelihood(model, parameters);
      if (!likelihood || !Number.isFinite(likelihood.logLik)) return undefined;
      return {
        ...likelihood,
        value: likelihood.logLik,
        solve: blockSolver(likelihood.information),
      };
    },
    start,
    {
      tolerance: 1e-10,
      most: MAXIMUM_ITERATIONS,
      onIteration: () => {
        iteration += 1;
        controls.onProgress?.(1 - Math.exp(-iteration / USUAL_ITERATIONS));
      },
    },
  );
  if (!found) return { ok: false, reason: 'no-convergence' };
  const { evaluation, parameters, iterations } = found;
  const { logLik, gradient, information, at, expected } = evaluation;
  return { ok: true, logLik, gradient, information, at, expected, parameters, iterations };
}
