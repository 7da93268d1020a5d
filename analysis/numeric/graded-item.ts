import { emptyItemDerivatives, type ItemModel } from './item-derivatives.ts';

/**
 * The graded response model of one item, with derivatives.
 *
 * P(X ≥ c) = S(z_c), z_c = aθ + d_c, d_1 > … > d_{K−1}; P_c = S(z_c) − S(z_{c+1}). With
 * u = 1/(e^{z_c − z_{c+1}} − 1): ∂ log P_c/∂z_c = 1 − S(z_c) + u, ∂ log P_c/∂z_{c+1} = −S(z_{c+1}) − u; second
 * derivatives −S(1 − S) − u(1 + u) each and u(1 + u) between them.
 *
 * Parameters: a, d_1 … d_{K−1}. No constant 1.702. Thresholds on the scale of θ: b_c = −d_c/a.
 *
 * @returns undefined when the d are not descending.
 * @remarks Missing data: not here.
 * @throws never.
 * @see Samejima, F. (1969). Psychometrika Monograph 17. https://doi.org/10.1007/BF03372160. Reference values:
 *   mirt 1.38.1.
 */
export const gradedItem: ItemModel = {
  size: (categories) => categories,
  derivatives(parameters, categories, nodes, withCurvature) {
    const m = categories;
    const points = nodes.length;
    const result = emptyItemDerivatives(categories, points, m, withCurvature);
    const { probability, score, curvature } = result;
    const slope = parameters[0]!;
    for (let c = 2; c < m; c += 1) if (!(parameters[c]! < parameters[c - 1]!)) return undefined;
    for (let c = 0; c < categories; c += 1) {
      const hasUpper = c > 0;
      const hasLower = c < m - 1;
      const isBetween = hasUpper && hasLower;
      const gap = isBetween ? parameters[c]! - parameters[c + 1]! : Infinity;
      const u = isBetween ? 1 / Math.expm1(gap) : 0;
      const inside = isBetween ? -Math.expm1(-gap) : 1;
      const shared = u * (1 + u);
      for (let q = 0; q < points; q += 1) {
        const theta = nodes[q]!;
        const upper = hasUpper ? 1 / (1 + Math.exp(-(slope * theta + parameters[c]!))) : 1;
        const notLower = hasLower ? 1 / (1 + Math.exp(slope * theta + parameters[c + 1]!)) : 1;
        const cell = c * points + q;
        probability[cell] = upper * notLower * inside;
        const first = hasUpper ? 1 - upper + u : 0;
        const second = hasLower ? notLower - 1 - u : 0;
        const at = cell * m;
        score[at] = theta * (first + second);
        if (hasUpper) score[at + c] = first;
        if (hasLower) score[at + c + 1] = second;
        if (!withCurvature) continue;
        const upperVariance = hasUpper ? upper * (1 - upper) : 0;
        const lowerVariance = hasLower ? notLower * (1 - notLower) : 0;
        const table = cell * m * m;
        curvature[table] = -theta * theta * (upperVariance + lowerVariance);
        if (hasUpper) {
          curvature[table + c] = curvature[table + c * m] = -theta * upperVariance;
          curvature[table + c * m + c] = -upperVariance - shared;
        }
        if (hasLower) {
          const next = c + 1;
          curvature[table + next] = curvature[table + next * m] = -theta * lowerVariance;
          curvature[table + next * m + next] = -lowerVariance - shared;
          if (hasUpper) curvature[table + c * m + next] = curvature[table + next * m + c] = shared;
        }
      }
    }
    return result;
  },
  trait(parameters, categories, theta, out) {
    const slope = parameters[0]!;
    for (let c = 0; c < categories; c += 1) {
      const hasUpper = c > 0;
      const hasLower = c < categories - 1;
      const upper = hasUpper ? 1 / (1 + Math.exp(-(slope * theta + parameters[c]!))) : 1;
      const notLower = hasLower ? 1 / (1 + Math.exp(slope * theta + parameters[c + 1]!)) : 1;
      const inside = hasUpper && hasLower ? -Math.expm1(parameters[c + 1]! - parameters[c]!) : 1;
      out[3 * c] = upper * notLower * inside;
      out[3 * c + 1] = slope * (notLower - upper);
      out[3 * c + 2] = -slope * slope * (upper * (1 - upper) + notLower * (1 - notLower));
    }
  },
};
