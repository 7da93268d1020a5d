import { multiplyPattern, type PatternRun } from './multiply-pattern.ts';

/**
 * The E step: expected numbers of answers by category and latent trait.
 *
 * Pr(θ_q | x_p) = w_q Π_i P_i(x_pi | θ_q) / L_p, L_p = Σ_q w_q Π_i P_i(x_pi | θ_q);
 * r_cq = Σ_p n_p 1{x_p has category c} Pr(θ_q | x_p), N_q = Σ_p n_p Pr(θ_q | x_p).
 *
 * @param run distinct patterns and frequencies.
 * @param probability all categories × Q.
 * @param weights Q, sum 1.
 * @param expected all categories × Q and Q, to be added to.
 * @returns Σ_p n_p log L_p.
 * @remarks Missing data: missing answers are left out of the product.
 * @throws never.
 * @see Bock, R. D., Aitkin, M. (1981). https://doi.org/10.1007/BF02293801, eq. 12–15.
 */
export function expectedCounts(
  run: PatternRun,
  probability: Float64Array,
  weights: Float64Array,
  expected: { readonly categories: Float64Array; readonly nodes: Float64Array },
): number {
  const { patterns, items, counts } = run;
  const { categories, nodes } = expected;
  const points = weights.length;
  const posterior = new Float64Array(points);
  let logLik = 0;
  for (let pattern = 0; pattern < counts.length; pattern += 1) {
    posterior.set(weights);
    const logScale = multiplyPattern(run, pattern, probability, posterior);
    let sum = 0;
    for (let q = 0; q < points; q += 1) sum += posterior[q]!;
    const n = counts[pattern]!;
    logLik += n * (Math.log(sum) + logScale);
    const factor = n / sum;
    for (let q = 0; q < points; q += 1) {
      const weight = posterior[q]! * factor;
      posterior[q] = weight;
      nodes[q]! += weight;
    }
    for (let item = 0; item < items; item += 1) {
      const place = patterns[pattern * items + item]!;
      if (place < 0) continue;
      const start = place * points;
      for (let q = 0; q < points; q += 1) categories[start + q]! += posterior[q]!;
    }
  }
  return logLik;
}
