import { prepareRows, type ClusteredRows, type PreparedRows } from './clustered-rows.ts';
import { findNestedModes, type ClusterSums, type NestedModes } from './nested-modes.ts';

export interface QuadratureRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** Σ ℓ_i and Σ ℓ_i′ of the rows of cluster h at each e^{s u_k}, without the part of the thresholds' gaps. */
function sumAtNodes(
  rows: ClusteredRows,
  { scale, odds }: PreparedRows,
  h: number,
  factors: Float64Array,
  logLik: Float64Array,
  slope: Float64Array,
): void {
  const { category, categories, lowerStart } = rows;
  for (let k = 0; k < factors.length; k += 1) {
    let product = 1;
    let sum = 0;
    let first = 0;
    for (let i = lowerStart[h]!; i < lowerStart[h + 1]!; i += 1) {
      const j = category[i]!;
      const o = odds[i]! * factors[k]!;
      if (j < categories - 1) {
        const term = 1 + o * scale[j]!;
        product *= term;
        first += 1 / term - 1;
      }
      if (j > 0) {
        const term = 1 + 1 / (o * scale[j - 1]!);
        product *= term;
        first += 1 - 1 / term;
      }
      if (product > 1e100) {
        sum -= Math.log(product);
        product = 1;
      }
    }
    logLik[k] = sum - Math.log(product);
    slope[k] = first;
  }
}

/**
 * Log-likelihood of the cumulative logit model with one random intercept by adaptive Gauss–Hermite
 * quadrature, and its exact gradient.
 *
 * logit P(Y_i ≤ j) = θ_j − (x_i β + s u), u ~ N(0, 1). For each cluster, with mode m and curvature H of
 * h(u) = Σ ℓ_i(u) − u²/2, τ = H^{−½}, u_k = m + √2 τ x_k:
 * log L = log(√2 τ Σ_k w_k e^{x_k²} e^{h(u_k)} / √(2π)). With one node it is Laplace's approximation. The
 * gradient follows the nodes: with posterior weights π_k, A = Σ π_k h′(u_k), B = Σ π_k h′(u_k) √2 x_k τ,
 * ∂ log L = Σ π_k ∂h(u_k) + A ∂m + (1 + B) ∂ log τ.
 *
 * @param rows data sorted by clusters; each upper cluster has one lower cluster.
 * @param parameters θ_1 < … < θ_{K−1}, β_1 … β_p, s.
 * @param rule nodes and weights for e^{−x²}.
 * @param modes of the last call; overwritten.
 * @param gradient overwritten; as long as `parameters`.
 * @returns log-likelihood; −∞ outside the domain.
 * @remarks Missing data: none here. s and −s mean the same.
 * @throws never.
 * @see Pinheiro, J. C., Bates, D. M. (1995). https://doi.org/10.1080/10618600.1995.10474663; Liu, Q., Pierce,
 *   D. A. (1994). https://doi.org/10.1093/biomet/81.3.624. Reference values: ordinal 2022.11.16 `clmm`, lme4
 *   1.1.31 `glmer`; the gradient by differences.
 */
export function logitQuadrature(
  rows: ClusteredRows,
  parameters: Float64Array,
  rule: QuadratureRule,
  modes: NestedModes,
  gradient: Float64Array,
): number {
  const { category, categories, design, covariates: p, lowerStart } = rows;
  const prepared = prepareRows(rows, parameters);
  gradient.fill(0);
  if (!prepared) return -Infinity;
  const { scale, gapScore, odds } = prepared;
  const points = rule.nodes.length;
  const clusters = lowerStart.length - 1;
  const place = parameters.length - 1;
  const sd = parameters[place]!;
  const sums: ClusterSums = {
    slope: new Float64Array(clusters),
    weight: new Float64Array(clusters),
    weightSlope: new Float64Array(clusters),
  };
  const [nodes, factors, height, slopes, posterior] = Array.from(
    { length: 5 },
    () => new Float64Array(points),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  let logLik = prepared.gapLogLik;
  for (let h = 0; h < clusters; h += 1) {
    if (!findNestedModes(rows, prepared, h, { sdUpper: 0, sdLower: sd }, modes, sums)) {
      modes.lower.fill(0);
      return -Infinity;
    }
    const mode = modes.lower[h]!;
    const curvature = 1 + sd * sd * sums.weight[h]!;
    const spread = 1 / Math.sqrt(curvature);
    for (let k = 0; k < points; k += 1) {
      nodes[k] = mode + Math.SQRT2 * spread * rule.nodes[k]!;
      factors[k] = Math.exp(sd * nodes[k]!);
    }
    sumAtNodes(rows, prepared, h, factors, height, slopes);
    let highest = -Infinity;
    for (let k = 0; k < points; k += 1) {
      height[k]! += Math.log(rule.weights[k]!) + rule.nodes[k]! ** 2 - nodes[k]! ** 2 / 2;
      highest = Math.max(highest, height[k]!);
    }
    let total = 0;
    for (let k = 0; k < points; k += 1) {
      posterior[k] = Math.exp(height[k]! - highest);
      total += posterior[k]!;
    }
    logLik += highest + Math.log((total * spread) / Math.sqrt(Math.PI));
    let byMode = 0;
    let bySpread = 1;
    let bySd = 0;
    for (let k = 0; k < points; k += 1) {
      posterior[k]! /= total;
      const rise = posterior[k]! * (sd * slopes[k]! - nodes[k]!);
      byMode += rise;
      bySpread += rise * Math.SQRT2 * rule.nodes[k]! * spread;
      bySd += posterior[k]! * slopes[k]! * nodes[k]!;
    }
    // ∂ log τ = −½ ∂H/H, where H moves with the parameters and with the mode; ∂m = ∂(s Σ ℓ′ − u)/H.
    const q = (bySpread * sd * sd) / curvature / 2;
    const lean = (q * sd * sums.weightSlope[h]! - byMode) / curvature;
    const t = lean * sd;
    const [slope, weight] = [sums.slope[h]!, sums.weight[h]!];
    bySd -= q * sums.weightSlope[h]! * mode + (bySpread * sd * weight) / curvature;
    bySd -= lean * (slope - sd * weight * mode);
    gradient[place]! += bySd;
    const atMode = Math.exp(sd * mode);
    for (let i = lowerStart[h]!; i < lowerStart[h + 1]!; i += 1) {
      const j = category[i]!;
      let byEta = 0;
      if (j < categories - 1) {
        const o = odds[i]! * scale[j]!;
        let mean = 0;
        for (let k = 0; k < points; k += 1) mean += posterior[k]! / (1 + o * factors[k]!);
        const f = 1 / (1 + o * atMode);
        const d = f * (1 - f);
        const e = d * (1 - 2 * f);
        byEta += mean - 1 + q * e + t * d;
        gradient[j]! += 1 - mean + gapScore[j]! - q * e - t * d;
      }
      if (j > 0) {
        const o = odds[i]! * scale[j - 1]!;
        let mean = 0;
        for (let k = 0; k < points; k += 1) mean += posterior[k]! / (1 + o * factors[k]!);
        const f = 1 / (1 + o * atMode);
        const d = f * (1 - f);
        const e = d * (1 - 2 * f);
        byEta += mean + q * e + t * d;
        gradient[j - 1]! -= mean + gapScore[j]! + q * e + t * d;
      }
      for (let s = 0; s < p; s += 1) gradient[categories - 1 + s]! += byEta * design[i * p + s]!;
    }
  }
  return logLik;
}
