import type { CandidateType } from './candidate-types.ts';
import type { LinearProgram, SolveLinear } from './linear-program.ts';

/** The fewest and most people of a band of a stratum, which is named by its index. */
export type BandQuota = {
  readonly stratum: number;
  readonly band: string;
  readonly fewest: number;
  readonly most: number;
};

/** How many of each type are selected, in the order of the types. */
export type Composition = readonly number[];

/**
 * The composition within the quotas that has the greatest total weight.
 *
 * max Σ_t weight_t n_t, with Σ_t n_t = seats, fewest_q ≤ Σ_{t in q} n_t ≤ most_q, 0 ≤ n_t ≤ N_t whole.
 *
 * @returns nothing where no composition keeps to the quotas
 */
export function heaviestComposition(
  problem: { types: readonly CandidateType[]; quotas: readonly BandQuota[]; seats: number },
  weights: readonly number[],
  solve: SolveLinear,
): { composition: Composition; weight: number } | null {
  const { types, quotas, seats } = problem;
  const program: LinearProgram = {
    objective: weights,
    constraints: [
      { coefficients: types.map(() => 1), lower: seats, upper: seats },
      ...quotas.map(({ stratum, band, fewest, most }) => ({
        coefficients: types.map(({ bands }) => (bands[stratum] === band ? 1 : 0)),
        lower: fewest,
        upper: most,
      })),
    ],
    upperBounds: types.map(({ numbers }) => numbers.length),
    isInteger: true,
  };
  const solution = solve(program);
  if (!solution.ok) return null;
  const composition = solution.x.map((count) => Math.round(count));
  const weight = composition.reduce((sum, count, t) => sum + count * (weights[t] ?? 0), 0);
  return { composition, weight };
}
