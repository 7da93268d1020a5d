/** counts[both · size + c] over respondents. A small function: the compiler sees it often, and soon. */
function countTriples(
  both: Int32Array,
  categories: Uint8Array,
  from: number,
  size: number,
  counts: Int32Array,
): void {
  for (let r = 0; r < both.length; r += 1) {
    counts[both[r]! * size + categories[from + r]!]! += 1;
  }
}

interface Sums {
  readonly influence: Float64Array;
  /** Where the sums of the pair begin that belong to the third item. */
  readonly at: number;
}

/** Adds the three sums that the counts of three items hold. */
function addTriple(
  counts: Int32Array,
  [sizeI, sizeJ, size]: readonly [number, number, number],
  [ij, il, jl]: readonly [Sums, Sums, Sums],
  sums: Float64Array,
): void {
  for (let a = 0, cell = 0; a < sizeI; a += 1) {
    for (let b = 0; b < sizeJ; b += 1) {
      const z = ij.influence[a * sizeJ + b]!;
      for (let c = 0; c < size; c += 1, cell += 1) {
        const count = counts[cell]!;
        if (count === 0) continue;
        sums[ij.at + c]! += count * z;
        sums[il.at + b]! += count * il.influence[a * size + c]!;
        sums[jl.at + a]! += count * jl.influence[b * size + c]!;
      }
    }
  }
}

/**
 * Sums of the influence on each correlation over the respondents in each category of each item.
 *
 * S[pair (i, j), category a of item l] = Σ_r z_ij(x_ri, x_rj) 1{x_rl = a}, from the counts n_ijl of triples
 * of items: three such sums come from one triple, and a count costs less than a sum.
 *
 * @param data categories (k × n), sizes, and the influence of each pair of answers.
 * @param first place of each item's first category among all m categories, k + 1.
 * @returns pairs × m, row-major; pairs in the order (0, 1), (0, 2) … (1, 2) ….
 * @remarks Missing data: none allowed.
 * @throws never.
 * @see Muthén, B. (1984). Psychometrika 49, 115–132, section 4. https://doi.org/10.1007/BF02294210. Checked
 *   through lavaan's Γ.
 */
export function sumTriples(
  data: {
    readonly n: number;
    readonly k: number;
    readonly categories: Uint8Array;
    readonly sizes: Int32Array;
    readonly ofCorrelations: readonly Float64Array[];
  },
  first: Int32Array,
): Float64Array {
  const { n, k, categories, sizes, ofCorrelations } = data;
  const m = first[k]!;
  const sums = new Float64Array(ofCorrelations.length * m);
  const pairOf = (i: number, j: number) => (i * (2 * k - i - 1)) / 2 + j - i - 1;
  const both = new Int32Array(n);
  for (let i = 0; i < k; i += 1) {
    for (let j = i + 1; j < k; j += 1) {
      const [sizeI, sizeJ, ij] = [sizes[i]!, sizes[j]!, pairOf(i, j)];
      const zij = ofCorrelations[ij]!;
      for (let r = 0; r < n; r += 1)
        both[r] = categories[i * n + r]! * sizeJ + categories[j * n + r]!;
      const pairCounts = new Int32Array(sizeI * sizeJ);
      for (let r = 0; r < n; r += 1) pairCounts[both[r]!]! += 1;
      for (let a = 0, cell = 0; a < sizeI; a += 1) {
        for (let b = 0; b < sizeJ; b += 1, cell += 1) {
          const share = pairCounts[cell]! * zij[cell]!;
          sums[ij * m + first[i]! + a]! += share;
          sums[ij * m + first[j]! + b]! += share;
        }
      }
      for (let l = j + 1; l < k; l += 1) {
        const size = sizes[l]!;
        const [il, jl] = [pairOf(i, l), pairOf(j, l)];
        const counts = new Int32Array(sizeI * sizeJ * size);
        countTriples(both, categories, l * n, size, counts);
        addTriple(
          counts,
          [sizeI, sizeJ, size],
          [
            { influence: zij, at: ij * m + first[l]! },
            { influence: ofCorrelations[il]!, at: il * m + first[j]! },
            { influence: ofCorrelations[jl]!, at: jl * m + first[i]! },
          ],
          sums,
        );
      }
    }
  }
  return sums;
}
