import { prepareRows, type ClusteredRows } from './clustered-rows.ts';
import { findNestedModes, type ClusterSums, type NestedModes } from './nested-modes.ts';

export interface RandomIntercepts {
  /** Place of s_c (upper clusters) among the parameters; −1: no such intercept. */
  readonly upper: number;
  /** Place of s_h (lower clusters). */
  readonly lower: number;
}

/** Most likely intercepts of the last call, from which the next one starts. */
export function startNestedModes(rows: ClusteredRows): NestedModes {
  return {
    upper: new Float64Array(rows.upperStart.length - 1),
    lower: new Float64Array(rows.lowerStart.length - 1),
  };
}

/**
 * Log-likelihood of the cumulative logit model with random intercepts on one or two nested levels, by
 * Laplace's approximation, and its exact gradient.
 *
 * logit P(Y_i ≤ j) = θ_j − (x_i β + s_c v_c + s_h u_h), v, u ~ N(0, 1). For each upper cluster
 * log L = Σ ℓ_i(m) − ½ |m|² − ½ log |H(m)|, m the mode and H = I + Σ w_i z_i z_i′ the arrow of second
 * derivatives there. The gradient follows m through the implicit function theorem: with M = H⁻¹,
 * q_i = z_i′ M z_i and t = M Σ q_i w_i′ z_i,
 * ∂ log L = Σ ∂ℓ_i − ½ (Σ q_i ∂w_i + 2 Σ w_i z_i′ M ∂z_i + t′ ∂(Σ ℓ_i′ z_i)).
 *
 * @param rows data sorted by clusters.
 * @param parameters θ_1 < … < θ_{K−1}, β_1 … β_p, then the standard deviations.
 * @param places where the standard deviations stand.
 * @param modes of the last call; overwritten.
 * @param gradient overwritten; as long as `parameters`.
 * @returns log-likelihood; −∞ outside the domain.
 * @remarks Missing data: none here. A standard deviation and its negative mean the same.
 * @throws never.
 * @see Tierney, L., Kadane, J. B. (1986). https://doi.org/10.1080/01621459.1986.10478240; Pinheiro, J. C.,
 *   Chao, E. C. (2006). https://doi.org/10.1198/106186006X96962. Reference values: ordinal 2022.11.16 `clmm`,
 *   lme4 1.1.31 `glmer`; the gradient by differences.
 */
export function nestedLogitLaplace(
  rows: ClusteredRows,
  parameters: Float64Array,
  places: RandomIntercepts,
  modes: NestedModes,
  gradient: Float64Array,
): number {
  const { category, categories, design, covariates: p, lowerStart, upperStart } = rows;
  const prepared = prepareRows(rows, parameters);
  gradient.fill(0);
  if (!prepared) return -Infinity;
  const { scale, gapScore, odds } = prepared;
  const sdUpper = places.upper < 0 ? 0 : parameters[places.upper]!;
  const sdLower = places.lower < 0 ? 0 : parameters[places.lower]!;
  const lowers = lowerStart.length - 1;
  const sums: ClusterSums = {
    slope: new Float64Array(lowers),
    weight: new Float64Array(lowers),
    weightSlope: new Float64Array(lowers),
  };
  const leverage = new Float64Array(lowers);
  const pull = new Float64Array(lowers);
  let logLik = prepared.gapLogLik;
  let [bySdUpper, bySdLower] = [0, 0];
  for (let c = 0; c + 1 < upperStart.length; c += 1) {
    if (!findNestedModes(rows, prepared, c, { sdUpper, sdLower }, modes, sums)) {
      modes.upper.fill(0);
      modes.lower.fill(0);
      return -Infinity;
    }
    const v = modes.upper[c]!;
    const [from, to] = [upperStart[c]!, upperStart[c + 1]!];
    let schur = 1;
    let logDeterminant = 0;
    for (let h = from; h < to; h += 1) {
      const own = 1 + sdLower * sdLower * sums.weight[h]!;
      schur += (sdUpper * sdUpper * sums.weight[h]!) / own;
      logDeterminant += Math.log(own);
    }
    logDeterminant += Math.log(schur);
    let rightUpper = 0;
    for (let h = from; h < to; h += 1) {
      const own = 1 + sdLower * sdLower * sums.weight[h]!;
      const ratio = (sdUpper * sdLower * sums.weight[h]!) / own;
      const [vv, vh, hh] = [1 / schur, -ratio / schur, 1 / own + (ratio * ratio) / schur];
      const q = sdUpper * sdUpper * vv + 2 * sdUpper * sdLower * vh + sdLower * sdLower * hh;
      leverage[h] = q;
      rightUpper += (sdUpper - ratio * sdLower) * q * sums.weightSlope[h]!;
    }
    const pullUpper = rightUpper / schur;
    logLik -= (v * v + logDeterminant) / 2;
    for (let h = from; h < to; h += 1) {
      const [slope, weight] = [sums.slope[h]!, sums.weight[h]!];
      const own = 1 + sdLower * sdLower * weight;
      const ratio = (sdUpper * sdLower * weight) / own;
      const [vv, vh, hh] = [1 / schur, -ratio / schur, 1 / own + (ratio * ratio) / schur];
      const u = modes.lower[h]!;
      const q = leverage[h]!;
      const pullLower = (sdLower * q * sums.weightSlope[h]!) / own - ratio * pullUpper;
      const t = sdUpper * pullUpper + sdLower * pullLower;
      pull[h] = t;
      logLik -= (u * u) / 2;
      const common = slope - (q * sums.weightSlope[h]! - weight * t) / 2;
      bySdUpper += common * v - weight * (sdUpper * vv + sdLower * vh) - (pullUpper * slope) / 2;
      bySdLower += common * u - weight * (sdUpper * vh + sdLower * hh) - (pullLower * slope) / 2;
    }
    for (let h = from; h < to; h += 1) {
      const factor = Math.exp(sdUpper * v + sdLower * modes.lower[h]!);
      const q = leverage[h]! / 2;
      const t = pull[h]! / 2;
      let product = 1;
      for (let i = lowerStart[h]!; i < lowerStart[h + 1]!; i += 1) {
        const j = category[i]!;
        const o = odds[i]! * factor;
        let byEta = 0;
        if (j < categories - 1) {
          const term = 1 + o * scale[j]!;
          const f = 1 / term;
          const d = f * (1 - f);
          const e = d * (1 - 2 * f);
          product *= term;
          byEta += f - 1 + q * e + t * d;
          gradient[j]! += 1 - f + gapScore[j]! - q * e - t * d;
        }
        if (j > 0) {
          const f = 1 / (1 + o * scale[j - 1]!);
          const d = f * (1 - f);
          const e = d * (1 - 2 * f);
          product *= 1 + 1 / (o * scale[j - 1]!);
          byEta += f + q * e + t * d;
          gradient[j - 1]! -= f + gapScore[j]! + q * e + t * d;
        }
        if (product > 1e100) {
          logLik -= Math.log(product);
          product = 1;
        }
        for (let s = 0; s < p; s += 1) gradient[categories - 1 + s]! += byEta * design[i * p + s]!;
      }
      logLik -= Math.log(product);
    }
  }
  if (places.upper >= 0) gradient[places.upper] = bySdUpper;
  if (places.lower >= 0) gradient[places.lower] = bySdLower;
  return logLik;
}
