import { multiplyPattern, type PatternRun } from './multiply-pattern.ts';

/**
 * Posterior distributions of the latent trait, Pr(θ_q | x_p), for a run of patterns.
 *
 * @param run distinct patterns.
 * @param probability all categories × Q.
 * @param weights Q, sum 1.
 * @param from, to the run: patterns from … to − 1.
 * @returns (to − from) × Q, row-major; each row sums to 1.
 * @remarks Missing data: missing answers are left out of the product.
 * @throws never.
 * @see Bock, R. D., Mislevy, R. J. (1982). https://doi.org/10.1177/014662168200600405.
 */
export function posteriorWeights(
  run: PatternRun,
  probability: Float64Array,
  weights: Float64Array,
  from: number,
  to: number,
): Float64Array {
  const points = weights.length;
  const all = new Float64Array((to - from) * points);
  for (let pattern = from; pattern < to; pattern += 1) {
    const posterior = all.subarray((pattern - from) * points, (pattern - from + 1) * points);
    posterior.set(weights);
    multiplyPattern(run, pattern, probability, posterior);
    let sum = 0;
    for (let q = 0; q < points; q += 1) sum += posterior[q]!;
    for (let q = 0; q < points; q += 1) posterior[q]! /= sum;
  }
  return all;
}
