import type { NotEstimable } from '../estimate.ts';
import { choleskyFactor } from '../numeric/cholesky-factor.ts';
import { choleskyInverse } from '../numeric/cholesky-inverse.ts';
import { gaussHermite } from '../numeric/gauss-hermite.ts';
import { minimise } from '../numeric/minimise.ts';
import type { ClusteredRows } from '../numeric/mixed/clustered-rows.ts';
import { gradientHessian } from '../numeric/mixed/gradient-hessian.ts';
import { logitQuadrature } from '../numeric/mixed/logit-quadrature.ts';
import { nestedLogitLaplace, startNestedModes } from '../numeric/mixed/nested-logit-laplace.ts';
import {
  fitProportionalOdds,
  type ProportionalOddsFit,
} from '../regression/fit-proportional-odds.ts';

export interface MixedLogitSettings {
  /** Whether the upper clusters have an intercept of their own beside the lower ones. */
  readonly isNested: boolean;
  /** Nodes of the quadrature; 1: Laplace's approximation, the only one for nested clusters. */
  readonly quadraturePoints: number;
}

export interface MixedLogitFit {
  readonly ok: true;
  /** θ_1 < … < θ_{K−1}, then β. */
  readonly parameters: Float64Array;
  /** Of `parameters`, then of the standard deviations above 0. */
  readonly standardErrors: Float64Array;
  /** Of the upper and the lower intercepts (of the lower alone when not nested), ≥ 0; 0 is a singular fit. */
  readonly standardDeviations: readonly number[];
  readonly logLik: number;
  /** Of the same model without random intercepts. */
  readonly logLikFixed: number;
}

/** As in lme4: a smaller standard deviation counts as none. */
const SMALLEST_SD = 1e-4;
/** Odds between clusters of e^20 are not an estimate but clusters that answer all alike. */
const LARGEST_SD = 20;

function fixedFit(rows: ClusteredRows): ProportionalOddsFit | NotEstimable {
  const counts = new Float64Array(rows.n * rows.categories);
  rows.category.forEach((category, row) => (counts[row * rows.categories + category] = 1));
  const { design, covariates, categories } = rows;
  return fitProportionalOdds({ design, covariates, counts, categories });
}

type Evaluate = (parameters: Float64Array, gradient: Float64Array) => number;

/** The log-likelihood with intercepts at the levels that are `present`. */
function likelihood(
  rows: ClusteredRows,
  present: readonly ('upper' | 'lower')[],
  quadraturePoints: number,
): Evaluate {
  const modes = startNestedModes(rows);
  const fixed = rows.categories - 1 + rows.covariates;
  if (quadraturePoints !== 1 && present.length > 0) {
    const rule = gaussHermite(quadraturePoints);
    return (parameters, gradient) => logitQuadrature(rows, parameters, rule, modes, gradient);
  }
  const placeOf = (level: 'upper' | 'lower') => {
    const place = present.indexOf(level);
    return place < 0 ? -1 : fixed + place;
  };
  const places = { upper: placeOf('upper'), lower: placeOf('lower') };
  return (parameters, gradient) => nestedLogitLaplace(rows, parameters, places, modes, gradient);
}

/** Newton's method that keeps the last second derivatives while the gradient falls to a tenth each time. */
function maximise(evaluate: Evaluate, start: Float64Array) {
  const gradient = new Float64Array(start.length);
  const hessianAt = (x: Float64Array) => {
    return gradientHessian(evaluate, x).map((element) => -element);
  };
  let curvature = new Float64Array(0);
  let steepest = 0;
  const derivatives = (x: Float64Array) => {
    evaluate(x, gradient);
    const down = gradient.map((g) => -g);
    const steepness = down.reduce((most, g) => Math.max(most, Math.abs(g)), 0);
    if (curvature.length === 0 || steepness > steepest / 10) curvature = hessianAt(x);
    steepest = steepness;
    return { gradient: down, curvature };
  };
  const found = minimise({ value: (x) => -evaluate(x, gradient), derivatives }, start, {
    tolerance: 1e-11,
    maximumIterations: 100,
  });
  return { ...found, hessianAt };
}

/**
 * Maximum likelihood of the cumulative logit model with random intercepts for clusters, or for clusters
 * within clusters.
 *
 * logit P(Y_i ≤ j) = θ_j − (x_i β + s_c v_c + s_h u_h), v, u ~ N(0, 1), by Newton's method on the likelihood
 * of Laplace's approximation or adaptive Gauss–Hermite quadrature; standard errors from the observed
 * information. Two categories: logistic regression with intercept −θ_1.
 *
 * @param rows sorted rows; every category occurs.
 * @param settings levels of intercepts and number of nodes.
 * @returns estimates; a standard deviation at its boundary is exactly 0 and its level is left out.
 * @remarks Missing data: none here. One cluster, or each row its own cluster: 'too-few-groups'. Reasons of
 *   the model without intercepts: see `fitProportionalOdds`. Clusters that answer all alike, so that the
 *   standard deviation runs away: 'separation'.
 * @throws DomainError 'quadrature-points'.
 * @see Hedeker, D., Gibbons, R. D. (1994). https://doi.org/10.2307/2533433; Pinheiro, J. C., Chao, E. C.
 *   (2006). https://doi.org/10.1198/106186006X96962. Reference values: ordinal 2022.11.16 `clmm`, lme4 1.1.31
 *   `glmer`.
 */
export function fitMixedLogit(
  rows: ClusteredRows,
  { isNested, quadraturePoints }: MixedLogitSettings,
): MixedLogitFit | NotEstimable {
  const clusters = rows.lowerStart.length - 1;
  const higher = rows.upperStart.length - 1;
  if (clusters < 2 || clusters === rows.n || (isNested && (higher < 2 || higher === clusters))) {
    return { ok: false, reason: 'too-few-groups' };
  }
  const fixed = fixedFit(rows);
  if (!fixed.ok) return fixed;
  const fixedParameters = Float64Array.from([...fixed.thresholds, ...fixed.coefficients]);
  const size = fixedParameters.length;
  const points = isNested ? 1 : quadraturePoints;
  let present: readonly ('upper' | 'lower')[] = isNested ? ['upper', 'lower'] : ['lower'];
  for (;;) {
    const evaluate = likelihood(rows, present, points);
    const start = Float64Array.from([...fixedParameters, ...present.map(() => 0.5)]);
    const found = maximise(evaluate, start);
    const sd = (place: number) => Math.abs(found.x[size + place] ?? 0);
    if (present.some((_, place) => sd(place) > LARGEST_SD))
      return { ok: false, reason: 'separation' };
    if (!found.isConverged) return { ok: false, reason: 'no-convergence' };
    const kept = present.filter((_, place) => sd(place) > SMALLEST_SD);
    if (kept.length < present.length) {
      present = kept;
      continue;
    }
    const factor = choleskyFactor(found.hessianAt(found.x), found.x.length);
    if (!factor) return { ok: false, reason: 'no-convergence' };
    const covariance = choleskyInverse(factor, found.x.length);
    const sdOf = (level: 'upper' | 'lower') => {
      const place = present.indexOf(level);
      return place < 0 ? 0 : sd(place);
    };
    return {
      ok: true,
      parameters: found.x.slice(0, size),
      standardErrors: found.x.map((_, a) => Math.sqrt(covariance[a * found.x.length + a] ?? NaN)),
      standardDeviations: isNested ? [sdOf('upper'), sdOf('lower')] : [sdOf('lower')],
      logLik: -found.value,
      logLikFixed: fixed.logLik,
    };
  }
}
