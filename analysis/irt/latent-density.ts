import { densitySize, type LatentDensity } from './marginal-model.ts';

/** A latent normal distribution on the quadrature points, with derivatives of its log weights. */
export interface DensityAtNodes {
  readonly mean: number;
  readonly variance: number;
  /** Q, sum 1. */
  readonly weights: Float64Array;
  /** Q × m. */
  readonly score: Float64Array;
  /** Q × m × m. */
  readonly curvature: Float64Array;
  /** Covariance of the score under the weights, m × m: the information of one respondent. */
  readonly information: Float64Array;
}

/**
 * The weights of a normal latent distribution on fixed points, normalised to sum 1.
 *
 * w_q ∝ exp(−(θ_q − μ)²/(2σ²)); with h_μ = (θ − μ)/σ², h_λ = (θ − μ)²/(2σ²), λ = log σ²: ∂ log w_q = h_q − E h, and
 * the second derivatives are those of the exponent less their mean, less Cov h.
 *
 * @param density which of mean and variance are free.
 * @param parameters the free ones: μ, λ.
 * @param nodes Q points.
 * @returns weights, derivatives, information.
 * @remarks Missing data: not here.
 * @throws never.
 * @see Bock, R. D., Zimowski, M. F. (1997). Multiple group IRT. In van der Linden & Hambleton (Eds.), Handbook of
 *   Modern Item Response Theory, 433–448. https://doi.org/10.1007/978-1-4757-2691-6_25.
 */
export function latentDensity(
  density: LatentDensity,
  parameters: Float64Array,
  nodes: Float64Array,
): DensityAtNodes {
  const m = densitySize(density);
  const mean = density.mean === 'free' ? (parameters[0] ?? 0) : 0;
  const variance = density.variance === 'free' ? Math.exp(parameters[m - 1] ?? 0) : 1;
  const kernel = nodes.map((theta) => Math.exp(-((theta - mean) ** 2) / (2 * variance)));
  const sum = kernel.reduce((total, value) => total + value, 0);
  const weights = kernel.map((value) => value / sum);
  const mu = { at: (theta: number) => (theta - mean) / variance };
  const lambda = { at: (theta: number) => (theta - mean) ** 2 / (2 * variance) };
  const free = [
    ...(density.mean === 'free' ? [mu] : []),
    ...(density.variance === 'free' ? [lambda] : []),
  ];
  const average = (of: (theta: number) => number) =>
    weights.reduce((total, weight, q) => total + weight * of(nodes[q] ?? 0), 0);
  const means = free.map(({ at }) => average(at));
  const second = (s: number, t: number) => (theta: number) => {
    if (s !== t) return -mu.at(theta);
    return free[s] === mu ? -1 / variance : -lambda.at(theta);
  };
  const centred = (s: number, theta: number) => (free[s]?.at(theta) ?? 0) - (means[s] ?? 0);
  const pairs = free.flatMap((_, s) => free.map((__, t) => [s, t] as const));
  const information = Float64Array.from(pairs, ([s, t]) =>
    average((theta) => centred(s, theta) * centred(t, theta)),
  );
  const secondMeans = pairs.map(([s, t]) => average(second(s, t)));
  const points = [...nodes];
  return {
    ...{ mean, variance, weights, information },
    score: Float64Array.from(points.flatMap((theta) => free.map((_, s) => centred(s, theta)))),
    curvature: Float64Array.from(
      points.flatMap((theta) =>
        pairs.map(
          ([s, t], i) => second(s, t)(theta) - (secondMeans[i] ?? 0) - (information[i] ?? 0),
        ),
      ),
    ),
  };
}
