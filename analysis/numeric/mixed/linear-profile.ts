import { choleskyFactor } from '../cholesky-factor.ts';
import { choleskyInverse } from '../cholesky-inverse.ts';
import { choleskySolve } from '../cholesky-solve.ts';
import type { ClusterMoments } from './cluster-moments.ts';

export interface LinearProfile {
  /** −2 log-likelihood, or the REML criterion. */
  readonly deviance: number;
  /** ∂ deviance / ∂ (γ_c, γ_h). */
  readonly gradient: readonly [number, number];
  /** β for the centred columns, intercept first. */
  readonly coefficients: Float64Array;
  /** (X′ V⁻¹ X)⁻¹, to be multiplied by σ². */
  readonly inverse: Float64Array;
  /** σ², the variance within clusters. */
  readonly varianceWithin: number;
}

/** total −= factor · v v′ */
function subtractOuter(total: Float64Array, factor: number, v: Float64Array): void {
  const size = v.length;
  for (let a = 0; a < size; a += 1) {
    const scaled = factor * v[a]!;
    for (let b = 0; b < size; b += 1) total[a * size + b]! -= scaled * v[b]!;
  }
}

/**
 * The deviance of the linear model with nested random intercepts, everything but the variance ratios
 * profiled out, and its gradient.
 *
 * V = I + γ_h Z_h Z_h′ + γ_c Z_c Z_c′, γ = variance of the intercepts / σ². By Woodbury twice, with
 * a_h = 1/(1 + γ_h n_h), t_c = Σ_h a_h s_h, m_c = Σ_h a_h n_h:
 * Z′ V⁻¹ Z = S − Σ_h γ_h a_h s_h s_h′ − Σ_c γ_c t_c t_c′/(1 + γ_c m_c), log |V| = Σ_h log(1 + γ_h n_h) +
 * Σ_c log(1 + γ_c m_c). ML: n (1 + log(2π r²/n)) + log |V|; REML: (n − p)(1 + log(2π r²/(n − p))) +
 * log |V| + log |X′ V⁻¹ X|, r² the residual sum of squares in the metric of V⁻¹.
 *
 * @param moments sums of `clusterMoments`.
 * @param gammaUpper, gammaLower γ_c and γ_h, ≥ 0.
 * @param isReml restricted likelihood.
 * @returns undefined when the columns are linear functions of each other, or nothing is left to explain.
 * @remarks Missing data: none here.
 * @throws never.
 * @see Bates, D. et al. (2015). J Stat Softw 67(1), section 3.4. https://doi.org/10.18637/jss.v067.i01;
 *   Harville, D. A. (1977). https://doi.org/10.1080/01621459.1977.10480998. Reference values: lme4 1.1.31 `lmer`.
 */
export function linearProfile(
  moments: ClusterMoments,
  gammaUpper: number,
  gammaLower: number,
  isReml: boolean,
): LinearProfile | undefined {
  const { n, width, products, sums, upperStart } = moments;
  const p = width - 1;
  const weighted = Float64Array.from(products);
  const uppers = upperStart.length - 1;
  const totals = new Float64Array(uppers * width);
  const sizes = new Float64Array(uppers);
  let logDeterminant = 0;
  for (let c = 0; c < uppers; c += 1) {
    const total = totals.subarray(c * width, (c + 1) * width);
    for (let h = upperStart[c]!; h < upperStart[c + 1]!; h += 1) {
      const sum = sums.subarray(h * width, (h + 1) * width);
      const a = 1 / (1 + gammaLower * sum[0]!);
      subtractOuter(weighted, gammaLower * a, sum);
      for (let s = 0; s < width; s += 1) total[s]! += a * sum[s]!;
      logDeterminant -= Math.log(a);
    }
    sizes[c] = total[0]!;
    subtractOuter(weighted, gammaUpper / (1 + gammaUpper * sizes[c]!), total);
    logDeterminant += Math.log1p(gammaUpper * sizes[c]!);
  }
  const information = new Float64Array(p * p);
  for (let a = 0; a < p; a += 1) {
    for (let b = 0; b < p; b += 1) information[a * p + b] = weighted[a * width + b]!;
  }
  const factor = choleskyFactor(information, p);
  if (!factor) return undefined;
  const right = Float64Array.from({ length: p }, (_, a) => weighted[a * width + p]!);
  const coefficients = choleskySolve(factor, right);
  const inverse = choleskyInverse(factor, p);
  let residual = weighted[width * width - 1]!;
  let logInformation = 0;
  for (let a = 0; a < p; a += 1) {
    residual -= coefficients[a]! * right[a]!;
    logInformation += 2 * Math.log(factor[a * p + a]!);
  }
  const freedom = isReml ? n - p : n;
  if (!(freedom > 0 && residual > 1e-12 * products[width * width - 1]!)) return undefined;
  const varianceWithin = residual / freedom;
  // For z = Z′ V⁻¹ 1_cluster: ∂ log|V| = 1′V⁻¹1, ∂ r² = −(z_y − z_x β)², ∂ log|X′V⁻¹X| = −z_x′ (X′V⁻¹X)⁻¹ z_x.
  const slope = (z: Float64Array, size: number): number => {
    let error = z[p]!;
    let spread = 0;
    for (let a = 0; a < p; a += 1) {
      error -= coefficients[a]! * z[a]!;
      if (!isReml) continue;
      for (let b = 0; b < p; b += 1) spread += z[a]! * inverse[a * p + b]! * z[b]!;
    }
    return size - (error * error) / varianceWithin - spread;
  };
  let [byUpper, byLower] = [0, 0];
  const z = new Float64Array(width);
  for (let c = 0; c < uppers; c += 1) {
    const shrink = 1 / (1 + gammaUpper * sizes[c]!);
    const total = totals.subarray(c * width, (c + 1) * width);
    for (let s = 0; s < width; s += 1) z[s] = shrink * total[s]!;
    byUpper += slope(z, shrink * sizes[c]!);
    for (let h = upperStart[c]!; h < upperStart[c + 1]!; h += 1) {
      const sum = sums.subarray(h * width, (h + 1) * width);
      const a = 1 / (1 + gammaLower * sum[0]!);
      const size = a * sum[0]!;
      const lent = gammaUpper * size * shrink;
      for (let s = 0; s < width; s += 1) z[s] = a * sum[s]! - lent * total[s]!;
      byLower += slope(z, size - lent * size);
    }
  }
  const deviance =
    freedom * (1 + Math.log(2 * Math.PI * varianceWithin)) +
    logDeterminant +
    (isReml ? logInformation : 0);
  return { deviance, gradient: [byUpper, byLower], coefficients, inverse, varianceWithin };
}
