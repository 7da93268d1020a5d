/** Rows of a cumulative logit model with random intercepts, sorted by clusters. */
export interface ClusteredRows {
  readonly n: number;
  /** One per row: 0 … categories − 1. */
  readonly category: Int32Array;
  readonly categories: number;
  /** n × p, row-major. */
  readonly design: Float64Array;
  readonly covariates: number;
  /** First row of each lower cluster, and n at the end. */
  readonly lowerStart: Int32Array;
  /** First lower cluster of each upper cluster, and their number at the end. */
  readonly upperStart: Int32Array;
}

/** Parameters taken apart: θ and e^{−θ}, 1/(e^{θ_j − θ_{j−1}} − 1), e^{xβ} of every row. */
export interface PreparedRows {
  /** e^{−θ_j}, j = 0 … K − 2. */
  readonly scale: Float64Array;
  /** Score of the gap between the thresholds of category j, 0 for the outer two. */
  readonly gapScore: Float64Array;
  /** Σ_i log(1 − e^{−gap of row i}). */
  readonly gapLogLik: number;
  /** e^{x_i β}. */
  readonly odds: Float64Array;
}

/**
 * What a cumulative logit likelihood needs of its parameters, once for all values of the random intercepts.
 *
 * log P(Y = j) = log F(θ_j − η) + log(1 − F(θ_{j−1} − η)) + log(1 − e^{θ_{j−1} − θ_j}): the last part does
 * not depend on η, and e^{η − θ} is a product, so that no exponential is left inside the iterations.
 *
 * @param rows the data.
 * @param parameters θ_1 < … < θ_{K−1}, then β_1 … β_p; what follows is not read.
 * @returns undefined when the thresholds are not ascending, or an exponential overflows.
 * @remarks Missing data: none here.
 * @throws never.
 * @see McCullagh, P. (1980). https://doi.org/10.1111/j.2517-6161.1980.tb01109.x.
 */
export function prepareRows(
  rows: ClusteredRows,
  parameters: Float64Array,
): PreparedRows | undefined {
  const { n, category, categories, design, covariates: p } = rows;
  const thresholds = categories - 1;
  const scale = new Float64Array(thresholds);
  const gapScore = new Float64Array(categories);
  const gapLog = new Float64Array(categories);
  for (let j = 0; j < thresholds; j += 1) {
    scale[j] = Math.exp(-parameters[j]!);
    if (j === 0) continue;
    const gap = parameters[j]! - parameters[j - 1]!;
    if (!(gap > 0)) return undefined;
    gapScore[j] = 1 / Math.expm1(gap);
    gapLog[j] = Math.log(-Math.expm1(-gap));
  }
  const odds = new Float64Array(n);
  let gapLogLik = 0;
  for (let i = 0; i < n; i += 1) {
    let eta = 0;
    for (let s = 0; s < p; s += 1) eta += design[i * p + s]! * parameters[thresholds + s]!;
    if (!(Math.abs(eta) < 300)) return undefined;
    odds[i] = Math.exp(eta);
    gapLogLik += gapLog[category[i]!]!;
  }
  return { scale, gapScore, gapLogLik, odds };
}
