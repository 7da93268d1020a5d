import { emptyItemDerivatives, type ItemModel } from './item-derivatives.ts';

/** P_c ∝ exp(c a θ + d_c), d_0 = 0, at one θ. */
function categoryProbabilities(
  slope: number,
  intercepts: Float64Array,
  theta: number,
  out: Float64Array,
): void {
  const m = out.length;
  let highest = 0;
  for (let c = 0; c < m; c += 1) {
    out[c] = c * slope * theta + (c > 0 ? intercepts[c - 1]! : 0);
    if (out[c]! > highest) highest = out[c]!;
  }
  let sum = 0;
  for (let c = 0; c < m; c += 1) {
    out[c] = Math.exp(out[c]! - highest);
    sum += out[c]!;
  }
  for (let c = 0; c < m; c += 1) out[c]! /= sum;
}

const meanOf = (probability: Float64Array) => {
  let mean = 0;
  for (let c = 1; c < probability.length; c += 1) mean += c * probability[c]!;
  return mean;
};

/**
 * The partial credit model of one item with derivatives; generalised when its slope is free.
 *
 * P_c ∝ exp(c a θ + d_c), d_0 = 0; steps b_c = −(d_c − d_{c−1})/a. With y_s the statistic of parameter s (cθ for a,
 * 1{category = s} for d_s): ∂ log P_c = y_s − E y_s, second derivatives −Cov(y_s, y_t).
 *
 * @param hasSlope whether a is a parameter: a, d_1 … d_{K−1}; otherwise a = 1: d_1 … d_{K−1}.
 * @returns the item model; defined for all parameters.
 * @remarks Missing data: not here. Steps need not ascend.
 * @throws never.
 * @see Masters, G. N. (1982). https://doi.org/10.1007/BF02296272; Muraki, E. (1992).
 *   https://doi.org/10.1177/014662169201600206. Reference values: mirt 1.38.1.
 */
export function partialCreditItem(hasSlope: boolean): ItemModel {
  const first = hasSlope ? 1 : 0;
  const slopeOf = (parameters: Float64Array) => (hasSlope ? parameters[0]! : 1);
  return {
    size: (categories) => categories - 1 + first,
    derivatives(parameters, categories, nodes, withCurvature) {
      const m = categories - 1 + first;
      const points = nodes.length;
      const result = emptyItemDerivatives(categories, points, m, withCurvature);
      const own = new Float64Array(categories);
      const expected = new Float64Array(m);
      const covariance = new Float64Array(m * m);
      for (let q = 0; q < points; q += 1) {
        const theta = nodes[q]!;
        categoryProbabilities(slopeOf(parameters), parameters.subarray(first), theta, own);
        const mean = meanOf(own);
        if (hasSlope) expected[0] = theta * mean;
        for (let c = 1; c < categories; c += 1) expected[first + c - 1] = own[c]!;
        if (withCurvature) {
          for (let s = 1; s < categories; s += 1) {
            const row = first + s - 1;
            for (let t = 1; t < categories; t += 1) {
              const both = s === t ? own[s]! : 0;
              covariance[row * m + first + t - 1] = both - own[s]! * own[t]!;
            }
            if (!hasSlope) continue;
            covariance[row * m] = covariance[row] = theta * own[s]! * (s - mean);
          }
          if (hasSlope) {
            let square = 0;
            for (let c = 0; c < categories; c += 1) square += own[c]! * (c - mean) ** 2;
            covariance[0] = theta * theta * square;
          }
        }
        for (let c = 0; c < categories; c += 1) {
          const cell = c * points + q;
          result.probability[cell] = own[c]!;
          const at = cell * m;
          for (let s = 0; s < m; s += 1) result.score[at + s] = -expected[s]!;
          if (hasSlope) result.score[at]! += c * theta;
          if (c > 0) result.score[at + first + c - 1]! += 1;
          if (!withCurvature) continue;
          for (let s = 0; s < m * m; s += 1) result.curvature[cell * m * m + s] = -covariance[s]!;
        }
      }
      return result;
    },
    trait(parameters, categories, theta, out) {
      const slope = slopeOf(parameters);
      const own = new Float64Array(categories);
      categoryProbabilities(slope, parameters.subarray(first), theta, own);
      const mean = meanOf(own);
      let variance = 0;
      for (let c = 0; c < categories; c += 1) variance += own[c]! * (c - mean) ** 2;
      for (let c = 0; c < categories; c += 1) {
        out[3 * c] = own[c]!;
        out[3 * c + 1] = slope * (c - mean);
        out[3 * c + 2] = -slope * slope * variance;
      }
    },
  };
}
