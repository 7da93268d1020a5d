import type { NotEstimable } from '../estimate.ts';
import { minimise } from '../numeric/minimise.ts';
import type { ClusterMoments } from '../numeric/mixed/cluster-moments.ts';
import { gradientHessian } from '../numeric/mixed/gradient-hessian.ts';
import { linearProfile, type LinearProfile } from '../numeric/mixed/linear-profile.ts';

export interface MixedLinearFit {
  readonly ok: true;
  readonly method: 'reml' | 'ml';
  /** Intercept, then covariates. */
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  /** Of the upper intercepts (0 when not nested) and the lower ones. */
  readonly varianceUpper: number;
  readonly varianceLower: number;
  readonly varianceWithin: number;
  /** Restricted for REML. */
  readonly logLik: number;
  /** Of the same model without random intercepts, by the same likelihood. */
  readonly logLikFixed: number;
}

/** Ratios of standard deviations from which the search may start. */
const starts = [0.05, 0.2, 0.5, 1, 2.5];
const SMALLEST_RATIO = 1e-4;

/** Back from centred columns: the intercept takes what the means of the covariates carry. */
function uncentre(profile: LinearProfile, { centre }: ClusterMoments) {
  const p = profile.coefficients.length;
  const shift = Float64Array.from({ length: p }, (_, a) => (a === 0 ? 1 : -(centre[a] ?? 0)));
  let intercept = centre[p] ?? 0;
  let variance = 0;
  for (let a = 0; a < p; a += 1) {
    intercept += (shift[a] ?? 0) * (profile.coefficients[a] ?? 0);
    for (let b = 0; b < p; b += 1) {
      variance += (shift[a] ?? 0) * (shift[b] ?? 0) * (profile.inverse[a * p + b] ?? 0);
    }
  }
  return {
    coefficients: profile.coefficients.map((b, a) => (a === 0 ? intercept : b)),
    standardErrors: profile.coefficients.map((_, a) => {
      const own = a === 0 ? variance : (profile.inverse[a * p + a] ?? NaN);
      return Math.sqrt(profile.varianceWithin * own);
    }),
  };
}

/**
 * The linear model with random intercepts for clusters, or for clusters within clusters, by restricted or
 * full maximum likelihood.
 *
 * y_i = x_i β + v_c + u_h + e_i; the profiled deviance of `linearProfile` is minimised over the ratios of
 * standard deviations, in which it is even, so that 0 is an inner point.
 *
 * @param moments sums over clusters.
 * @param isNested whether upper clusters have an intercept of their own.
 * @param method 'reml' for estimates, 'ml' to compare models with different covariates.
 * @returns estimates; a variance at its boundary is exactly 0.
 * @remarks Missing data: none here. Fewer than two clusters, or every row its own: 'too-few-groups'.
 *   The same score for everybody: 'zero-variance'. Covariates that are linear functions of each other, or of
 *   which the score is one: 'collinear'.
 * @throws never.
 * @see Laird, N. M., Ware, J. H. (1982). https://doi.org/10.2307/2529876; Bates, D. et al. (2015).
 *   https://doi.org/10.18637/jss.v067.i01. Reference values: lme4 1.1.31 `lmer`.
 */
export function fitMixedLinear(
  moments: ClusterMoments,
  isNested: boolean,
  method: 'reml' | 'ml',
): MixedLinearFit | NotEstimable {
  const { n, width, upperStart, products, centre } = moments;
  const higher = upperStart.length - 1;
  const clusters = upperStart[higher] ?? 0;
  if (clusters < 2 || clusters === n || (isNested && (higher < 2 || higher === clusters))) {
    return { ok: false, reason: 'too-few-groups' };
  }
  if (n <= width - 1) return { ok: false, reason: 'too-few-respondents' };
  const isReml = method === 'reml';
  const smallest = 1e-20 * n * (1 + (centre[width - 1] ?? 0) ** 2);
  if (!((products[width * width - 1] ?? 0) > smallest))
    return { ok: false, reason: 'zero-variance' };
  const at = (ratios: readonly number[]) => {
    const lower = ratios[0] ?? 0;
    const upper = isNested ? (ratios[1] ?? 0) : 0;
    return linearProfile(moments, upper * upper, lower * lower, isReml);
  };
  const fixed = at([0, 0]);
  if (!fixed) return { ok: false, reason: 'collinear' };
  const size = isNested ? 2 : 1;
  const gradientAt = (ratios: Float64Array, gradient: Float64Array) => {
    const [upper, lower] = at([...ratios])?.gradient ?? [NaN, NaN];
    gradient[0] = 2 * (ratios[0] ?? 0) * lower;
    if (isNested) gradient[1] = 2 * (ratios[1] ?? 0) * upper;
  };
  const value = (ratios: Float64Array) => at([...ratios])?.deviance ?? Infinity;
  const candidates = starts.map((ratio) => new Float64Array(size).fill(ratio));
  const [start = new Float64Array(size)] = candidates.sort((a, b) => value(a) - value(b));
  const found = minimise(
    {
      value,
      derivatives: (ratios) => {
        const gradient = new Float64Array(size);
        gradientAt(ratios, gradient);
        return { gradient, curvature: gradientHessian(gradientAt, ratios) };
      },
    },
    start,
    { tolerance: 1e-13, maximumIterations: 200 },
  );
  if (!found.isConverged) return { ok: false, reason: 'no-convergence' };
  const ratios = [...found.x].map((ratio) => (Math.abs(ratio) < SMALLEST_RATIO ? 0 : ratio));
  const profile = at(ratios) ?? fixed;
  const variance = (ratio = 0) => ratio * ratio * profile.varianceWithin;
  return {
    ok: true,
    method,
    ...uncentre(profile, moments),
    varianceUpper: variance(isNested ? ratios[1] : 0),
    varianceLower: variance(ratios[0]),
    varianceWithin: profile.varianceWithin,
    logLik: -profile.deviance / 2,
    logLikFixed: -fixed.deviance / 2,
  };
}
