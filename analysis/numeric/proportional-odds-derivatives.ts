export interface ProportionalOddsTable {
  /** m × p, row-major: the covariates of m distinct patterns. */
  readonly design: Float64Array;
  readonly covariates: number;
  /** m × K, row-major: how many of a pattern answered in each category; not necessarily whole. */
  readonly counts: Float64Array;
  readonly categories: number;
}

export interface Derivatives {
  readonly logLik: number;
  readonly gradient: Float64Array;
  /** Negative second derivatives, row-major. */
  readonly information: Float64Array;
}

/**
 * Log-likelihood of the proportional odds model with gradient and observed information.
 *
 * logit P(Y ≤ j | x) = θ_j − xβ. With a, b the cumulative logits below and above a category,
 * log P = log F(b) + log(1 − F(a)) + log(1 − e^{a−b}), and with u = 1/(e^{b−a} − 1)
 * ∂/∂b = 1 − F(b) + u, ∂/∂a = −F(a) − u, −∂²/∂b² = F(b)(1 − F(b)) + u(1 + u),
 * −∂²/∂a² = F(a)(1 − F(a)) + u(1 + u), −∂²/∂a∂b = −u(1 + u).
 *
 * @param table covariate patterns and category counts, K ≥ 2 categories.
 * @param parameters θ_1 < … < θ_{K−1}, then β_1 … β_p.
 * @returns logLik −∞ when the thresholds are not ascending.
 * @remarks Missing data: not here. Empty cells add nothing.
 * @throws never; the caller has checked lengths.
 * @see McCullagh, P. (1980). Regression models for ordinal data. J R Statist Soc B 42, 109–142.
 *   https://doi.org/10.1111/j.2517-6161.1980.tb01109.x. Reference values: ordinal 2022.11.16 `clm`.
 */
export function proportionalOddsDerivatives(
  table: ProportionalOddsTable,
  parameters: Float64Array,
): Derivatives {
  const { design, covariates: p, counts, categories } = table;
  const thresholds = categories - 1;
  const size = thresholds + p;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  for (let j = 1; j < thresholds; j += 1) {
    if (!(parameters[j]! > parameters[j - 1]!)) return { logLik: -Infinity, gradient, information };
  }
  const byThreshold = new Float64Array(thresholds);
  let logLik = 0;
  const patterns = counts.length / categories;
  for (let row = 0; row < patterns; row += 1) {
    let eta = 0;
    for (let s = 0; s < p; s += 1) eta += design[row * p + s]! * parameters[thresholds + s]!;
    byThreshold.fill(0);
    let slope = 0;
    let weight = 0;
    for (let category = 0; category < categories; category += 1) {
      const count = counts[row * categories + category]!;
      if (count === 0) continue;
      const hasLower = category > 0;
      const hasUpper = category < thresholds;
      const a = hasLower ? parameters[category - 1]! - eta : -Infinity;
      const b = hasUpper ? parameters[category]! - eta : Infinity;
      const aboveUpper = hasUpper ? 1 / (1 + Math.exp(b)) : 0;
      const belowLower = hasLower ? 1 / (1 + Math.exp(-a)) : 0;
      const upperTail = Math.log1p(Math.exp(-Math.abs(b))) + Math.max(-b, 0);
      const lowerTail = Math.log1p(Math.exp(-Math.abs(a))) + Math.max(a, 0);
      const isBetween = hasLower && hasUpper;
      const u = isBetween ? 1 / Math.expm1(b - a) : 0;
      const gap = isBetween ? Math.log(-Math.expm1(a - b)) : 0;
      logLik += count * (gap - upperTail - lowerTail);
      const upperVariance = count * aboveUpper * (1 - aboveUpper);
      const lowerVariance = count * belowLower * (1 - belowLower);
      const shared = count * u * (1 + u);
      if (hasUpper) {
        gradient[category]! += count * (aboveUpper + u);
        information[category * size + category]! += upperVariance + shared;
        byThreshold[category]! += upperVariance;
      }
      if (hasLower) {
        gradient[category - 1]! -= count * (belowLower + u);
        information[(category - 1) * size + category - 1]! += lowerVariance + shared;
        byThreshold[category - 1]! += lowerVariance;
      }
      if (isBetween) information[category * size + category - 1]! -= shared;
      slope += count * (belowLower - aboveUpper);
      weight += upperVariance + lowerVariance;
    }
    for (let s = 0; s < p; s += 1) {
      const x = design[row * p + s]!;
      const place = (thresholds + s) * size;
      gradient[thresholds + s]! += slope * x;
      for (let j = 0; j < thresholds; j += 1) information[place + j]! -= byThreshold[j]! * x;
      for (let t = 0; t <= s; t += 1) {
        information[place + thresholds + t]! += weight * x * design[row * p + t]!;
      }
    }
  }
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) information[j * size + i] = information[i * size + j]!;
  }
  return { logLik, gradient, information };
}
