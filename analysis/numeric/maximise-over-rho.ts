import type { PairCells, PairCuts } from './pair-probabilities.ts';
import { pairProbabilities } from './pair-probabilities.ts';

/** Beyond this the two variables are taken for one. */
const limit = 0.9999;
/** Cells expected less often than this keep the logarithm finite. */
const floor = Number.EPSILON;

/** The maximum of the likelihood of a table in ρ, thresholds given. */
export interface RhoMaximum {
  readonly rho: number;
  readonly logLikelihood: number;
  /** −∂² ln L / ∂ρ² at the maximum. */
  readonly information: number;
  /** The likelihood still rises where the search ends, near ±1. */
  readonly isAtLimit: boolean;
  /** Cell probabilities and derivatives there. */
  readonly cells: PairCells;
}

function sums(counts: Float64Array, { p, first, second }: PairCells) {
  let [logLikelihood, slope, information, outer] = [0, 0, 0, 0];
  for (let cell = 0; cell < counts.length; cell += 1) {
    const count = counts[cell]!;
    if (count === 0) continue;
    const probability = Math.max(p[cell]!, floor);
    const ratio = first[cell]! / probability;
    logLikelihood += count * Math.log(probability);
    slope += count * ratio;
    outer += count * ratio * ratio;
    information -= (count * second[cell]!) / probability;
  }
  return { logLikelihood, slope, information: information + outer, outer };
}

/**
 * Maximum likelihood of the correlation behind a contingency table, thresholds given.
 *
 * ln L(ρ) = Σ n_ab ln π_ab(ρ), by Newton's method; by the sum of squared scores where the curvature is
 * not negative; halving towards the bracket where a step would leave it.
 *
 * @param counts R × C, row-major, not all zero; need not be whole.
 * @param cuts thresholds of both variables.
 * @param start where to begin, in (−1, 1).
 * @returns ρ in [−.9999, .9999], to about 1e-12.
 * @remarks Missing data: not counted. Tables whose likelihood rises up to ±1 end at the limit and say so.
 * @throws never.
 * @see Olsson, U. (1979). Psychometrika 44, 443–460, section 4. https://doi.org/10.1007/BF02296207.
 *   Reference values: lavaan 0.6-14 `lavCor`, polycor 0.8-1 `polychor(ML = FALSE)`.
 */
export function maximiseOverRho(counts: Float64Array, cuts: PairCuts, start: number): RhoMaximum {
  const cells: PairCells = {
    p: new Float64Array(counts.length),
    first: new Float64Array(counts.length),
    second: new Float64Array(counts.length),
  };
  let [low, high] = [-limit, limit];
  let rho = Math.max(-0.9, Math.min(0.9, start));
  for (let iteration = 0; iteration < 100; iteration += 1) {
    pairProbabilities(cuts, rho, cells);
    const { slope, information, outer } = sums(counts, cells);
    if (slope > 0) low = rho;
    else high = rho;
    const step = slope / (information > 0 ? information : outer);
    let next = rho + step;
    if (!(next > low && next < high)) next = (low + high) / 2;
    const change = Math.abs(next - rho);
    rho = next;
    if (change < 1e-5) break;
  }
  pairProbabilities(cuts, rho, cells);
  const { logLikelihood, slope, information } = sums(counts, cells);
  const isAtLimit = Math.abs(rho) > limit - 1e-4;
  // Newton doubles the digits: 1e-5 has become 1e-10, and this last step makes it 1e-15.
  if (!isAtLimit && information > 0) rho += slope / information;
  return { rho, logLikelihood, information, isAtLimit, cells };
}
