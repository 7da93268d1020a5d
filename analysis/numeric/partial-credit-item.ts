import { emptyItemDerivatives, type ItemModel } from './item-derivatives.ts';

/**
 * The generalised partial credit model of one item (slope free) or the partial credit model (slope 1), with
 * derivatives.
 *
 * P_c = exp(c a θ + d_c) / Σ_h exp(h a θ + d_h), d_0 = 0. ∂ log P_c/∂a = θ(c − E h), ∂ log P_c/∂d_h = 1{c = h} − P_h;
 * the second derivatives are minus the covariances of θh and the indicators 1{h}.
 *
 * Parameters: a if free, then d_1 … d_{K−1}. Steps on the scale of θ: b_c = −(d_c − d_{c−1})/a.
 *
 * @param slope 'free', or 'one'.
 * @returns the item model; its parameters have no limits.
 * @remarks Missing data: not here.
 * @throws never.
 * @see Masters, G. N. (1982). https://doi.org/10.1007/BF02296272; Muraki, E. (1992).
 *   https://doi.org/10.1177/014662169201600206. Reference values: mirt 1.38.1.
 */
export function partialCreditItem(slope: 'free' | 'one'): ItemModel {
  const first = slope === 'free' ? 1 : 0;
  return {
    size: (categories) => categories - 1 + first,
    derivatives(parameters, categories, nodes, withCurvature) {
      const m = categories - 1 + first;
      const points = nodes.length;
      const result = emptyItemDerivatives(categories, points, m, withCurvature);
      const { probability, score, curvature } = result;
      const a = first === 1 ? parameters[0]! : 1;
      const p = new Float64Array(categories);
      for (let q = 0; q < points; q += 1) {
        const theta = nodes[q]!;
        let largest = 0;
        for (let c = 1; c < categories; c += 1) {
          p[c] = c * a * theta + parameters[first + c - 1]!;
          largest = Math.max(largest, p[c]!);
        }
        p[0] = 0;
        let sum = 0;
        for (let c = 0; c < categories; c += 1) sum += p[c] = Math.exp(p[c]! - largest);
        let mean = 0;
        let squares = 0;
        for (let c = 0; c < categories; c += 1) {
          p[c]! /= sum;
          mean += c * p[c]!;
          squares += c * c * p[c]!;
        }
        for (let c = 0; c < categories; c += 1) {
          const cell = c * points + q;
          probability[cell] = p[c]!;
          const at = cell * m;
          if (first === 1) score[at] = theta * (c - mean);
          for (let h = 1; h < categories; h += 1) {
            score[at + first + h - 1] = (h === c ? 1 : 0) - p[h]!;
          }
          if (!withCurvature) continue;
          const table = cell * m * m;
          if (first === 1) curvature[table] = -theta * theta * (squares - mean * mean);
          for (let h = 1; h < categories; h += 1) {
            const row = first + h - 1;
            if (first === 1) {
              const mixed = -theta * p[h]! * (h - mean);
              curvature[table + row] = curvature[table + row * m] = mixed;
            }
            for (let g = 1; g < categories; g += 1) {
              curvature[table + row * m + first + g - 1] = p[h]! * p[g]! - (g === h ? p[h]! : 0);
            }
          }
        }
      }
      return result;
    },
    trait(parameters, categories, theta, out) {
      const a = first === 1 ? parameters[0]! : 1;
      let largest = 0;
      for (let c = 0; c < categories; c += 1) {
        out[3 * c] = c === 0 ? 0 : c * a * theta + parameters[first + c - 1]!;
        largest = Math.max(largest, out[3 * c]!);
      }
      let sum = 0;
      for (let c = 0; c < categories; c += 1) sum += out[3 * c] = Math.exp(out[3 * c]! - largest);
      let mean = 0;
      let squares = 0;
      for (let c = 0; c < categories; c += 1) {
        out[3 * c]! /= sum;
        mean += c * out[3 * c]!;
        squares += c * c * out[3 * c]!;
      }
      for (let c = 0; c < categories; c += 1) {
        out[3 * c + 1] = a * (c - mean);
        out[3 * c + 2] = -a * a * (squares - mean * mean);
      }
    },
  };
}
