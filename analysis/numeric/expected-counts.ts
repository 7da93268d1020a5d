import { pairAnswers, type AnswerPair } from './pair-answers.ts';
import type { PatternRun } from './multiply-pattern.ts';

/** Products of many probabilities are brought back to 1 after so many pairs, before they underflow. */
const RESCALE_AFTER = 20;
/** What is smaller than this share of a pattern's posterior is lost in the sums anyway. */
const NEGLIGIBLE = 1e-18;

/** Combinations × Q: the product of the probabilities of both answers; a missing answer has probability 1. */
function multiplyPair(pair: AnswerPair, probability: Float64Array, points: number): Float64Array {
  const { firstPlaces, secondPlaces } = pair;
  const products = new Float64Array(firstPlaces.length * points);
  for (let cell = 0; cell < firstPlaces.length; cell += 1) {
    const [first, second] = [firstPlaces[cell]! * points, secondPlaces[cell]! * points];
    const start = cell * points;
    for (let q = 0; q < points; q += 1) {
      const one = first < 0 ? 1 : probability[first + q]!;
      products[start + q] = second < 0 ? one : one * probability[second + q]!;
    }
  }
  return products;
}

function addPair(pair: AnswerPair, sums: Float64Array, categories: Float64Array, points: number) {
  const { firstPlaces, secondPlaces } = pair;
  for (let cell = 0; cell < firstPlaces.length; cell += 1) {
    for (const place of [firstPlaces[cell]!, secondPlaces[cell]!]) {
      if (place < 0) continue;
      for (let q = 0; q < points; q += 1)
        categories[place * points + q]! += sums[cell * points + q]!;
    }
  }
}

/** The largest of the products, by which they are divided. */
function rescale(posterior: Float64Array): number {
  let largest = 0;
  for (let q = 0; q < posterior.length; q += 1)
    if (posterior[q]! > largest) largest = posterior[q]!;
  for (let q = 0; q < posterior.length; q += 1) posterior[q]! /= largest;
  return largest;
}

/**
 * The E step: expected numbers of answers by category and latent trait.
 *
 * Pr(θ_q | x_p) = w_q Π_i P_i(x_pi | θ_q) / L_p, L_p = Σ_q w_q Π_i P_i(x_pi | θ_q);
 * r_cq = Σ_p n_p 1{x_p has category c} Pr(θ_q | x_p), N_q = Σ_p n_p Pr(θ_q | x_p). Items are taken two at a time:
 * products of their probabilities are formed once for every pair of answers.
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
  const { counts } = run;
  const { categories, nodes } = expected;
  const points = weights.length;
  const pairs = pairAnswers(run);
  const products = pairs.map((pair) => multiplyPair(pair, probability, points));
  const sums = products.map(({ length }) => new Float64Array(length));
  const posterior = new Float64Array(points);
  let logLik = 0;
  for (let pattern = 0; pattern < counts.length; pattern += 1) {
    posterior.set(weights);
    let logScale = 0;
    for (let place = 0; place < pairs.length; place += 1) {
      const product = products[place]!;
      const start = pairs[place]!.cells[pattern]! * points;
      for (let q = 0; q < points; q += 1) posterior[q]! *= product[start + q]!;
      if (place % RESCALE_AFTER === RESCALE_AFTER - 1) logScale += Math.log(rescale(posterior));
    }
    let sum = 0;
    for (let q = 0; q < points; q += 1) sum += posterior[q]!;
    const n = counts[pattern]!;
    logLik += n * (Math.log(sum) + logScale);
    const [factor, least] = [n / sum, NEGLIGIBLE * sum];
    let [from, to] = [0, points];
    while (from < to && posterior[from]! < least) from += 1;
    while (to > from && posterior[to - 1]! < least) to -= 1;
    for (let q = from; q < to; q += 1) {
      const weight = posterior[q]! * factor;
      posterior[q] = weight;
      nodes[q]! += weight;
    }
    for (let place = 0; place < pairs.length; place += 1) {
      const own = sums[place]!;
      const start = pairs[place]!.cells[pattern]! * points;
      for (let q = from; q < to; q += 1) own[start + q]! += posterior[q]!;
    }
  }
  pairs.forEach((pair, place) => addPair(pair, sums[place]!, categories, points));
  return logLik;
}
