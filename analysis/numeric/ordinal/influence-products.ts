import { sumTriples } from './sum-triples.ts';
import { addCrossProducts } from '../add-cross-products.ts';

/** Answers of one group and what moves its statistics. */
export interface OrdinalInfluence {
  readonly n: number;
  readonly k: number;
  /** k × n, row-major: each item's categories, from 0. */
  readonly categories: Uint8Array;
  /** Number of categories of each item. */
  readonly sizes: Int32Array;
  /** Per item C × (C − 1): influence of an answer on the item's thresholds. */
  readonly ofThresholds: readonly Float64Array[];
  /** Per pair (0, 1), (0, 2) … (1, 2) …: C_i × C_j, influence of two answers on their correlation. */
  readonly ofCorrelations: readonly Float64Array[];
}

/** Respondents at a time: their influences stay in the processor's cache. */
const chunk = 128;

function offsets(sizes: Int32Array, less: number): Int32Array {
  const first = new Int32Array(sizes.length + 1);
  for (let i = 0; i < sizes.length; i += 1) first[i + 1] = first[i]! + sizes[i]! - less;
  return first;
}

/** Σ over respondents in both categories, of each item's categories with each other. */
function sumPairs(data: OrdinalInfluence, first: Int32Array): Float64Array {
  const { n, k, categories } = data;
  const m = first[k]!;
  const counts = new Float64Array(m * m);
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const [a, b, to, from] = [i * n, j * n, first[i]!, first[j]!];
      for (let r = 0; r < n; r += 1) {
        counts[(to + categories[a + r]!) * m + from + categories[b + r]!]! += 1;
      }
    }
  }
  return counts;
}

/** Threshold block and threshold–correlation block from sums over categories. */
function fillFromSums(
  gamma: Float64Array,
  data: OrdinalInfluence,
  sums: { counts: Float64Array; byCategory: Float64Array; first: Int32Array },
): void {
  const { n, k, sizes, ofThresholds, ofCorrelations } = data;
  const { counts, byCategory, first } = sums;
  const m = first[k]!;
  const place = offsets(sizes, 1);
  const [thresholds, pairs] = [place[k]!, ofCorrelations.length];
  const width = thresholds + pairs;
  for (let i = 0; i < k; i += 1) {
    const [size, cuts, z] = [sizes[i]!, sizes[i]! - 1, ofThresholds[i]!];
    for (let c = 0; c < cuts; c += 1) {
      const row = place[i]! + c;
      for (let j = 0; j <= i; j += 1) {
        const [others, other] = [sizes[j]! - 1, ofThresholds[j]!];
        for (let d = 0; d < others; d += 1) {
          let sum = 0;
          for (let a = 0; a < size; a += 1) {
            const from = (first[i]! + a) * m + first[j]!;
            for (let b = 0; b <= others; b += 1) {
              sum += counts[from + b]! * z[a * cuts + c]! * other[b * others + d]!;
            }
          }
          gamma[row * width + place[j]! + d] = sum / n;
        }
      }
      for (let pair = 0; pair < pairs; pair += 1) {
        let sum = 0;
        for (let a = 0; a < size; a += 1) {
          sum += z[a * cuts + c]! * byCategory[pair * m + first[i]! + a]!;
        }
        gamma[(thresholds + pair) * width + row] = sum / n;
      }
    }
  }
}

/**
 * The asymptotic covariance matrix Γ of thresholds and polychoric correlations of complete data.
 *
 * Γ = (1/n) Σ_r z_r z_r′, z_r the influences of respondent r on each statistic. Those on thresholds depend on
 * one answer and those on a correlation on two, so blocks with thresholds come from sums over categories.
 *
 * @param data categories and influences, see `thresholdInfluence`, `rhoInfluence`.
 * @param onProgress called with the share of respondents done.
 * @returns S × S, row-major, S thresholds (item by item) and correlations; Γ/n are sampling covariances.
 * @remarks Missing data: none allowed.
 * @throws never.
 * @see Muthén, B. (1984). Psychometrika 49, 115–132, section 4. https://doi.org/10.1007/BF02294210.
 *   Reference values: lavaan 0.6-14 `lavInspect(fit, "gamma")`.
 */
export function influenceProducts(
  data: OrdinalInfluence,
  onProgress?: (share: number) => void,
): Float64Array {
  const { n, k, categories, sizes, ofCorrelations } = data;
  const first = offsets(sizes, 0);
  const m = first[k]!;
  const pairs = ofCorrelations.length;
  const products = new Float64Array(pairs * pairs);
  const z = new Float64Array(pairs * chunk);
  for (let start = 0; start < n; start += chunk) {
    const count = Math.min(chunk, n - start);
    let pair = 0;
    for (let i = 0; i < k; i += 1) {
      for (let j = i + 1; j < k; j += 1, pair += 1) {
        const [influence, size] = [ofCorrelations[pair]!, sizes[j]!];
        const [a, b, to] = [i * n + start, j * n + start, pair * chunk];
        for (let r = 0; r < count; r += 1) {
          z[to + r] = influence[categories[a + r]! * size + categories[b + r]!]!;
        }
      }
    }
    addCrossProducts(z, { k: pairs, n: count, stride: chunk }, products);
    onProgress?.((start + count) / n);
  }
  const thresholds = m - k;
  const width = thresholds + pairs;
  const gamma = new Float64Array(width * width);
  fillFromSums(gamma, data, {
    counts: sumPairs(data, first),
    byCategory: sumTriples(data, first),
    first,
  });
  for (let p = 0; p < pairs; p += 1) {
    for (let q = 0; q <= p; q += 1) {
      gamma[(thresholds + p) * width + thresholds + q] = products[p * pairs + q]! / n;
    }
  }
  for (let row = 0; row < width; row += 1) {
    for (let column = 0; column < row; column += 1) {
      gamma[column * width + row] = gamma[row * width + column]!;
    }
  }
  return gamma;
}
