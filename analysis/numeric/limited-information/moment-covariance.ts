/** An item's category probabilities at the points of the latent trait. */
export interface MomentItem {
  /** K × Q; category c has score c. */
  readonly probability: Float64Array;
  readonly categories: number;
}

export interface ModelMoments {
  /** P(x_i = c) of every item and c ≥ 1, then E[x_i x_j], i < j. */
  readonly moments: Float64Array;
  /** Covariance of one respondent's moments, S × S. */
  readonly covariance: Float64Array;
  /** Per item and point E[x_i | θ_q], k × Q. */
  readonly means: Float64Array;
  /** Per item and point Var(x_i | θ_q), k × Q. */
  readonly variances: Float64Array;
}

/**
 * First moments and products of ordered items under an item response model, with their covariance matrix.
 *
 * Ξ_ab = Cov E[a | θ], E[b | θ] + E Cov(a, b | θ); the second term is 0 unless a and b have an item in common.
 *
 * @param items probabilities at Q points.
 * @param weights Q, sum 1.
 * @returns S = Σ (K_i − 1) + k(k − 1)/2 moments and their covariances.
 * @remarks Missing data: for complete answers.
 * @throws never.
 * @see Cai, L., Monroe, S. (2014). A new statistic for evaluating item response theory models for ordinal data. CRESST
 *   Report 839; Maydeu-Olivares, A., Joe, H. (2014). https://doi.org/10.1080/00273171.2014.911075. Reference values:
 *   mirt 1.38.1 `M2(type = 'C2')`.
 */
export function momentCovariance(
  items: readonly MomentItem[],
  weights: Float64Array,
): ModelMoments {
  const k = items.length;
  const points = weights.length;
  const means = new Float64Array(k * points);
  const variances = new Float64Array(k * points);
  const starts: number[] = [];
  let singles = 0;
  items.forEach(({ probability, categories }, i) => {
    starts.push(singles);
    singles += categories - 1;
    for (let c = 1; c < categories; c += 1) {
      for (let q = 0; q < points; q += 1) {
        const p = probability[c * points + q]!;
        means[i * points + q]! += c * p;
        variances[i * points + q]! += c * c * p;
      }
    }
    for (let q = 0; q < points; q += 1) variances[i * points + q]! -= means[i * points + q]! ** 2;
  });
  const size = singles + (k * (k - 1)) / 2;
  const pairPlace = (i: number, j: number) => singles + (i * (2 * k - i - 1)) / 2 + j - i - 1;
  /** E[a | θ_q], S × Q. */
  const given = new Float64Array(size * points);
  items.forEach(({ probability }, i) => {
    given.set(probability.subarray(points), starts[i]! * points);
    for (let j = i + 1; j < k; j += 1) {
      const to = pairPlace(i, j) * points;
      for (let q = 0; q < points; q += 1)
        given[to + q] = means[i * points + q]! * means[j * points + q]!;
    }
  });
  const moments = new Float64Array(size);
  for (let a = 0; a < size; a += 1) {
    for (let q = 0; q < points; q += 1) moments[a]! += weights[q]! * given[a * points + q]!;
  }
  const covariance = new Float64Array(size * size);
  const weighted = new Float64Array(points);
  for (let a = 0; a < size; a += 1) {
    for (let q = 0; q < points; q += 1) {
      weighted[q] = weights[q]! * (given[a * points + q]! - moments[a]!);
    }
    for (let b = 0; b <= a; b += 1) {
      let sum = 0;
      for (let q = 0; q < points; q += 1) sum += weighted[q]! * given[b * points + q]!;
      covariance[a * size + b] = sum;
    }
  }
  const add = (a: number, b: number, within: (q: number) => number) => {
    let sum = 0;
    for (let q = 0; q < points; q += 1) sum += weights[q]! * within(q);
    covariance[Math.max(a, b) * size + Math.min(a, b)]! += sum;
  };
  const m = (i: number, q: number) => means[i * points + q]!;
  const v = (i: number, q: number) => variances[i * points + q]!;
  items.forEach(({ probability, categories }, i) => {
    const p = (c: number, q: number) => probability[c * points + q]!;
    for (let c = 1; c < categories; c += 1) {
      const place = starts[i]! + c - 1;
      for (let d = 1; d <= c; d += 1) {
        add(place, starts[i]! + d - 1, (q) => p(c, q) * ((c === d ? 1 : 0) - p(d, q)));
      }
      for (let j = 0; j < k; j += 1) {
        if (j === i) continue;
        const pair = pairPlace(Math.min(i, j), Math.max(i, j));
        add(place, pair, (q) => p(c, q) * (c - m(i, q)) * m(j, q));
      }
    }
    for (let j = 0; j < k; j += 1) {
      if (j === i) continue;
      const first = pairPlace(Math.min(i, j), Math.max(i, j));
      for (let l = 0; l < j; l += 1) {
        if (l === i) continue;
        const second = pairPlace(Math.min(i, l), Math.max(i, l));
        add(first, second, (q) => v(i, q) * m(j, q) * m(l, q));
      }
      if (j < i) continue;
      add(first, first, (q) => v(i, q) * v(j, q) + v(i, q) * m(j, q) ** 2 + m(i, q) ** 2 * v(j, q));
    }
  });
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < a; b += 1) covariance[b * size + a] = covariance[a * size + b]!;
  }
  return { moments, covariance, means, variances };
}
