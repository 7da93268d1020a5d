import type { ItemDerivatives } from './item-derivatives.ts';

/** What the observed information needs of a run of patterns. */
export interface ScoredPatterns {
  /** P × k, places among all categories, −1 missing. */
  readonly patterns: Int32Array;
  /** P frequencies. */
  readonly counts: Float64Array;
  /** P × Q, rows sum to 1. */
  readonly posterior: Float64Array;
  readonly points: number;
}

export interface ScoredItem {
  readonly derivatives: ItemDerivatives;
  /** First of its categories among all. */
  readonly offset: number;
  readonly categories: number;
  /** First of its parameters among all, and how many. */
  readonly start: number;
  readonly size: number;
}

/** Adds Σ_p n_p Pr(θ_q | x_p) over patterns with category c of the item and place d of a later one. */
function pairCounts(
  { patterns, counts, posterior, points }: ScoredPatterns,
  items: readonly ScoredItem[],
  item: number,
  places: number,
): Float64Array {
  const { offset, categories } = items[item]!;
  const k = items.length;
  const pairs = new Float64Array(categories * places * points);
  for (let p = 0; p < counts.length; p += 1) {
    const own = patterns[p * k + item]!;
    if (own < 0) continue;
    const n = counts[p]!;
    for (let j = item + 1; j < k; j += 1) {
      const other = patterns[p * k + j]!;
      if (other < 0) continue;
      const cell = ((own - offset) * places + other) * points;
      for (let q = 0; q < points; q += 1) pairs[cell + q]! += n * posterior[p * points + q]!;
    }
  }
  return pairs;
}

/** Subtracts E[s_i s_jᵀ] of two items from the information. */
function subtractPair(
  a: ScoredItem,
  b: ScoredItem,
  pairs: Float64Array,
  sizes: { readonly places: number; readonly points: number; readonly total: number },
  information: Float64Array,
): void {
  const { places, points, total } = sizes;
  for (let c = 0; c < a.categories; c += 1) {
    for (let d = 0; d < b.categories; d += 1) {
      const cell = (c * places + b.offset + d) * points;
      for (let q = 0; q < points; q += 1) {
        const weight = pairs[cell + q]!;
        if (weight === 0) continue;
        const first = (c * points + q) * a.size;
        const second = (d * points + q) * b.size;
        for (let s = 0; s < a.size; s += 1) {
          const value = weight * a.derivatives.score[first + s]!;
          if (value === 0) continue;
          for (let t = 0; t < b.size; t += 1) {
            information[(b.start + t) * total + a.start + s]! -=
              value * b.derivatives.score[second + t]!;
          }
        }
      }
    }
  }
}

/** Adds an item's own −E[∂² log P + s sᵀ]. */
function addOwn(
  item: ScoredItem,
  run: ScoredPatterns,
  index: number,
  k: number,
  total: number,
  information: Float64Array,
) {
  const { patterns, counts, posterior, points } = run;
  const { size, start, offset, derivatives } = item;
  const expected = new Float64Array(item.categories * points);
  for (let p = 0; p < counts.length; p += 1) {
    const place = patterns[p * k + index]!;
    if (place < 0) continue;
    const cell = (place - offset) * points;
    for (let q = 0; q < points; q += 1)
      expected[cell + q]! += counts[p]! * posterior[p * points + q]!;
  }
  for (let cell = 0; cell < expected.length; cell += 1) {
    for (let s = 0; s < size; s += 1) {
      const value = derivatives.score[cell * size + s]!;
      for (let t = 0; t <= s; t += 1) {
        const second = derivatives.curvature[(cell * size + s) * size + t]!;
        const product = value * derivatives.score[cell * size + t]!;
        information[(start + s) * total + start + t]! -= expected[cell]! * (second + product);
      }
    }
  }
}

/** Adds Σ_p n_p E[s | x_p] E[s | x_p]ᵀ. */
function addMeans(
  run: ScoredPatterns,
  items: readonly ScoredItem[],
  total: number,
  information: Float64Array,
) {
  const { patterns, counts, posterior, points } = run;
  const k = items.length;
  const mean = new Float64Array(total);
  for (let p = 0; p < counts.length; p += 1) {
    mean.fill(0);
    for (let i = 0; i < k; i += 1) {
      const place = patterns[p * k + i]!;
      if (place < 0) continue;
      const { offset, size, start, derivatives } = items[i]!;
      const cell = (place - offset) * points;
      for (let q = 0; q < points; q += 1) {
        const weight = posterior[p * points + q]!;
        for (let s = 0; s < size; s += 1) {
          mean[start + s]! += weight * derivatives.score[(cell + q) * size + s]!;
        }
      }
    }
    for (let s = 0; s < total; s += 1) {
      const value = counts[p]! * mean[s]!;
      if (value === 0) continue;
      for (let t = 0; t <= s; t += 1) information[s * total + t]! += value * mean[t]!;
    }
  }
}

/**
 * Adds a run of response patterns to the observed information of a marginal likelihood.
 *
 * I = Σ_p n_p { E[−∂² log L_c] − E[s sᵀ] + E[s] E[s]ᵀ } given x_p, with L_c the likelihood and s the score were θ
 * known. E[s_i s_jᵀ] of two items comes from the expected numbers of their pairs of categories at each θ_q.
 *
 * @param run patterns, frequencies, posterior distributions.
 * @param items derivatives with curvature and where their categories and parameters lie; their parameters ascend.
 * @param places number of all categories.
 * @param information total × total, its lower triangle to be added to.
 * @remarks Missing data: a missing answer has no score.
 * @throws never.
 * @see Louis, T. A. (1982). https://doi.org/10.1111/j.2517-6161.1982.tb01203.x, eq. 3.2. Reference values: mirt
 *   1.38.1 (SE.type = 'Oakes').
 */
export function addPatternInformation(
  run: ScoredPatterns,
  items: readonly ScoredItem[],
  places: number,
  information: Float64Array,
): void {
  const total = Math.sqrt(information.length);
  const sizes = { places, points: run.points, total };
  items.forEach((item, i) => {
    addOwn(item, run, i, items.length, total, information);
    const pairs = pairCounts(run, items, i, places);
    for (const other of items.slice(i + 1)) subtractPair(item, other, pairs, sizes, information);
  });
  addMeans(run, items, total, information);
}
