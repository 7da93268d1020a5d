import type { ItemDerivatives } from '../item-derivatives.ts';

export interface DerivedItem {
  readonly derivatives: ItemDerivatives;
  readonly categories: number;
  /** Where its parameters start, and how many there are. */
  readonly start: number;
  readonly size: number;
}

export interface DerivedDensity {
  readonly weights: Float64Array;
  /** Q × m: ∂ log w. */
  readonly score: Float64Array;
  readonly start: number;
  readonly size: number;
}

/**
 * Derivatives of the moments of `momentCovariance` with respect to the parameters of the model.
 *
 * ∂P(x_i = c) = Σ_q w_q ∂P_cq; ∂E[x_i x_j] = Σ_q w_q (∂m_iq m_jq + m_iq ∂m_jq); of a latent density's parameters
 * Σ_q w_q ∂log w_q t_q with t the conditional moment.
 *
 * @param items derivatives of each item.
 * @param density the latent density, with its derivatives where it has free parameters.
 * @param means k × Q, E[x_i | θ_q].
 * @param width number of parameters.
 * @returns S × width, row-major.
 * @remarks Missing data: for complete answers.
 * @throws never.
 * @see Maydeu-Olivares, A., Joe, H. (2006). https://doi.org/10.1007/s11336-005-1295-9. Checked by differences.
 */
export function momentDerivatives(
  items: readonly DerivedItem[],
  density: DerivedDensity,
  means: Float64Array,
  width: number,
): Float64Array {
  const k = items.length;
  const { weights } = density;
  const points = weights.length;
  const rows: Float64Array[] = [];
  const densityPart = (row: Float64Array, given: (q: number) => number) => {
    for (let s = 0; s < density.size; s += 1) {
      for (let q = 0; q < points; q += 1) {
        row[density.start + s]! += weights[q]! * density.score[q * density.size + s]! * given(q);
      }
    }
  };
  /** ∂m_i/∂parameters at each point, Q × size. */
  const slopes = items.map(({ derivatives: { probability, score }, categories, size }) => {
    const result = new Float64Array(points * size);
    for (let c = 1; c < categories; c += 1) {
      for (let q = 0; q < points; q += 1) {
        const cell = c * points + q;
        for (let s = 0; s < size; s += 1) {
          result[q * size + s]! += c * probability[cell]! * score[cell * size + s]!;
        }
      }
    }
    return result;
  });
  for (const { derivatives, categories, start, size } of items) {
    const { probability, score } = derivatives;
    for (let c = 1; c < categories; c += 1) {
      const row = new Float64Array(width);
      for (let q = 0; q < points; q += 1) {
        const cell = c * points + q;
        const weight = weights[q]! * probability[cell]!;
        for (let s = 0; s < size; s += 1) row[start + s]! += weight * score[cell * size + s]!;
      }
      densityPart(row, (q) => probability[c * points + q]!);
      rows.push(row);
    }
  }
  for (let i = 0; i < k; i += 1) {
    for (let j = i + 1; j < k; j += 1) {
      const row = new Float64Array(width);
      for (const [own, other] of [
        [i, j],
        [j, i],
      ] as const) {
        const { start, size } = items[own]!;
        for (let q = 0; q < points; q += 1) {
          const weight = weights[q]! * means[other * points + q]!;
          for (let s = 0; s < size; s += 1) row[start + s]! += weight * slopes[own]![q * size + s]!;
        }
      }
      densityPart(row, (q) => means[i * points + q]! * means[j * points + q]!);
      rows.push(row);
    }
  }
  const all = new Float64Array(rows.length * width);
  rows.forEach((row, r) => all.set(row, r * width));
  return all;
}
