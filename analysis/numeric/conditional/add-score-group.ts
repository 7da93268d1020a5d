/** Respondents who answered the same items, by their sum scores. */
export interface ScoreGroup {
  /** Indexes of the items answered. */
  readonly items: Int32Array;
  /** Respondents with score r, r = 0 … the highest possible. */
  readonly scoreCounts: Float64Array;
}

export interface ConditionalTotals {
  /** Expected answers, laid out as the categories above 0 of all items. */
  readonly expected: Float64Array;
  /** width × width. */
  readonly information: Float64Array;
}

function convolve(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i += 1) {
    for (let j = 0; j < b.length; j += 1) result[i + j]! += a[i]! * b[j]!;
  }
  return result;
}

/** Σ_x g(x) u(x + shift) */
function shifted(g: Float64Array, u: Float64Array, shift: number): number {
  let sum = 0;
  for (let x = 0; x < g.length; x += 1) sum += g[x]! * u[x + shift]!;
  return sum;
}

/**
 * Adds a group of respondents to the conditional likelihood of a Rasch model, given their sum scores.
 *
 * γ_r = Σ over answers of sum r of Π ε_i x_i (elementary symmetric functions, by convolution). Expected answers
 * Σ_r n_r P(x_i = c | r); information Σ_r n_r Cov(1{x_i = c}, 1{x_j = d} | r). Forward products F and backward sums
 * U_i(x) = Σ_d ε_id U_{i+1}(x + d), U_k = n/γ, give every pair in one pass: all terms are positive, nothing cancels.
 *
 * @param group items answered and score counts.
 * @param weights per item of the model ε_0 … ε_m, sum 1.
 * @param starts per item where its categories above 0 start.
 * @param totals to be added to.
 * @returns Σ_r n_r log γ_r.
 * @remarks Missing data: a group for each set of answered items.
 * @throws never.
 * @see Andersen, E. B. (1972). J R Statist Soc B 34, 42–54. https://doi.org/10.1111/j.2517-6161.1972.tb00887.x; Fischer,
 *   G. H., Ponocny, I. (1994). https://doi.org/10.1007/BF02295182. Reference values: eRm 1.0.2.
 */
export function addScoreGroup(
  { items, scoreCounts }: ScoreGroup,
  weights: readonly Float64Array[],
  starts: Int32Array,
  { expected, information }: ConditionalTotals,
): number {
  const width = expected.length;
  const k = items.length;
  const own = Array.from(items, (item) => weights[item]!);
  const forward: Float64Array[] = [Float64Array.of(1)];
  for (const e of own) forward.push(convolve(forward.at(-1)!, e));
  const suffix: Float64Array[] = Array.from({ length: k + 1 }, () => Float64Array.of(1));
  for (let i = k - 1; i >= 0; i -= 1) suffix[i] = convolve(own[i]!, suffix[i + 1]!);
  const gamma = forward[k]!;
  let logSum = 0;
  scoreCounts.forEach((n, r) => (logSum += n > 0 ? n * Math.log(gamma[r]!) : 0));
  const ratio = scoreCounts.map((n, r) => (n > 0 ? n / gamma[r]! : 0));
  const backward: Float64Array[] = Array.from({ length: k + 1 }, () => ratio);
  for (let i = k - 1; i >= 0; i -= 1) {
    const u = new Float64Array(forward[i]!.length);
    own[i]!.forEach((e, d) => u.forEach((_, x) => (u[x]! += e * backward[i + 1]![x + d]!)));
    backward[i] = u;
  }
  /** P(x_i = c | r) √n_r of all categories above 0. */
  const given: { readonly place: number; readonly root: Float64Array }[] = [];
  for (let i = 0; i < k; i += 1) {
    const e = own[i]!;
    const start = starts[items[i]!]!;
    const without = convolve(forward[i]!, suffix[i + 1]!);
    for (let c = 1; c < e.length; c += 1) {
      const place = start + c - 1;
      const total = e[c]! * shifted(forward[i]!, backward[i + 1]!, c);
      expected[place]! += total;
      information[place * width + place]! += total;
      const root = scoreCounts.map((n, r) => {
        const rest = n > 0 && r >= c ? (without[r - c] ?? 0) : 0;
        return rest > 0 ? (Math.sqrt(n) * e[c]! * rest) / gamma[r]! : 0;
      });
      given.push({ place, root });
    }
    let between = forward[i]!;
    for (let j = i + 1; j < k; j += 1) {
      const other = own[j]!;
      const from = starts[items[j]!]!;
      for (let t = 2; t <= e.length + other.length - 2; t += 1) {
        const sum = shifted(between, backward[j + 1]!, t);
        for (let c = Math.max(1, t - other.length + 1); c < Math.min(e.length, t); c += 1) {
          const both = e[c]! * other[t - c]! * sum;
          const [a, b] = [start + c - 1, from + t - c - 1];
          information[a * width + b]! += both;
          information[b * width + a]! += both;
        }
      }
      between = convolve(between, other);
    }
  }
  for (const { place: a, root: x } of given) {
    for (const { place: b, root: y } of given) information[a * width + b]! -= shifted(x, y, 0);
  }
  return logSum;
}
