import type { CandidateType } from './candidate-types.ts';
import { heaviestComposition, type BandQuota, type Composition } from './composition.ts';
import type { SolveLinear } from './linear-program.ts';

/** Compositions with the chance of each, and the chance of selection of a candidate of each type. */
export type Lottery = {
  readonly ok: true;
  readonly compositions: readonly Composition[];
  /** Positive, with sum 1. */
  readonly chances: readonly number[];
  /** By type, in [0, 1]. */
  readonly probabilities: readonly number[];
};

type Problem = {
  readonly types: readonly CandidateType[];
  readonly quotas: readonly BandQuota[];
  readonly seats: number;
};

/** What a gain must exceed to count: solvers answer to about 1e-9. */
const tolerance = 1e-7;

const share = (composition: Composition, types: readonly CandidateType[], t: number) =>
  (composition[t] ?? 0) / (types[t]?.numbers.length ?? 1);

/** Greatest smallest chance among the types not yet settled, over the compositions known so far. */
function raiseSmallest(
  types: readonly CandidateType[],
  compositions: readonly Composition[],
  settled: readonly (number | null)[],
  solve: SolveLinear,
) {
  const program = {
    objective: [...compositions.map(() => 0), 1],
    constraints: [
      { coefficients: [...compositions.map(() => 1), 0], lower: 1, upper: 1 },
      ...types.map((_, t) => {
        const least = settled[t] ?? null;
        const shares = compositions.map((composition) => share(composition, types, t));
        // Settled chances were found to the solver's tolerance, and are asked for to that.
        return least === null
          ? { coefficients: [...shares, -1], lower: 0 }
          : { coefficients: [...shares, 0], lower: least - tolerance / 10 };
      }),
    ],
    upperBounds: [...compositions.map(() => 1), 1],
    isInteger: false,
  };
  const solution = solve(program);
  if (!solution.ok) return null;
  return {
    smallest: solution.value,
    chances: solution.x.slice(0, compositions.length),
    /** What a little more chance for a type would cost the smallest one. */
    prices: solution.duals.slice(1).map(Math.abs),
  };
}

/** For each type a composition with as many of it as the quotas allow; together they reach everybody. */
function firstCompositions(problem: Problem, solve: SolveLinear): Composition[] | null {
  const found: Composition[] = [];
  for (const [t] of problem.types.entries()) {
    const weights = problem.types.map((_, other) => (other === t ? 1 : 0));
    const best = heaviestComposition(problem, weights, solve);
    if (!best) return null;
    if (!found.some((known) => (known[t] ?? 0) > 0)) found.push(best.composition);
  }
  return found;
}

/**
 * The lottery over panels within the quotas whose smallest chance of selection is as large as can be,
 * then the second smallest, and so on (leximin).
 *
 * A lottery over compositions c with chances p_c gives a candidate of type t the chance
 * π_t = Σ_c p_c n_ct / N_t. The linear program max z, π_t ≥ z for every t not settled, is solved over
 * few compositions; the whole-number program max Σ_t y_t n_t / N_t with its prices y finds one that
 * raises z, until there is none. Types with a price are then settled at z, and the rest raised on.
 * Candidates of one type are exchangeable, so that types stand for people: the programs are as large
 * as there are types, and the chances are those of the lottery over people.
 *
 * @param problem types of candidates, quotas (a band without one is free), seats
 * @param solve solver of linear programs
 * @returns the lottery; or the reason there is none: `too-few-candidates`, or `quotas-conflict` when no
 *   panel keeps to all quotas at once
 *
 * A type that no panel within the quotas can hold has chance 0. Chances are right to about 1e-6.
 *
 * Source: Flanigan, B., Gölz, P., Gupta, A., Hennig, B. & Procaccia, A. D. (2021). Fair algorithms for
 * selecting citizens' assemblies. Nature 596, 548–552. doi:10.1038/s41586-021-03788-6 (Methods).
 * Reference values: smallest probabilities published with its examples.
 */
export function fairestLottery(
  problem: Problem,
  solve: SolveLinear,
): Lottery | { readonly ok: false; readonly reason: 'too-few-candidates' | 'quotas-conflict' } {
  const { types, seats } = problem;
  const people = types.reduce((sum, { numbers }) => sum + numbers.length, 0);
  if (people < seats) return { ok: false, reason: 'too-few-candidates' };
  const compositions = firstCompositions(problem, solve);
  if (!compositions) return { ok: false, reason: 'quotas-conflict' };
  const settled: (number | null)[] = types.map((_, t) =>
    compositions.some((composition) => (composition[t] ?? 0) > 0) ? null : 0,
  );
  let chances: readonly number[] = compositions.map(() => 1 / compositions.length);
  while (settled.includes(null)) {
    const best = raiseSmallest(types, compositions, settled, solve);
    if (!best) break; // settled chances and tolerance contradict each other: the last lottery stands
    chances = best.chances;
    const weights = types.map(
      ({ numbers }, t) => (best.prices[t] ?? 0) / Math.max(1, numbers.length),
    );
    const worth = (composition: Composition) =>
      composition.reduce((sum, count, t) => sum + count * (weights[t] ?? 0), 0);
    const found = heaviestComposition(problem, weights, solve);
    if (found && found.weight > Math.max(...compositions.map(worth)) + tolerance) {
      compositions.push(found.composition);
      continue;
    }
    const open = [...types.keys()].filter((t) => settled[t] === null);
    const bound = open.filter((t) => (best.prices[t] ?? 0) > tolerance);
    // Without a price everybody left has the greatest chance there is, 1.
    for (const t of bound.length > 0 ? bound : open) settled[t] = best.smallest;
  }
  return lotteryOf(types, compositions, chances);
}

function lotteryOf(
  types: readonly CandidateType[],
  compositions: readonly Composition[],
  chances: readonly number[],
): Lottery {
  const kept = compositions
    .map((composition, c) => ({ composition, chance: Math.max(0, chances[c] ?? 0) }))
    .filter(({ chance }) => chance > tolerance / 100);
  const total = kept.reduce((sum, { chance }) => sum + chance, 0);
  const scaled = kept.map(({ chance }) => chance / total);
  const probabilities = types.map((_, t) =>
    kept.reduce(
      (sum, { composition }, c) => sum + (scaled[c] ?? 0) * share(composition, types, t),
      0,
    ),
  );
  return {
    ok: true,
    compositions: kept.map(({ composition }) => composition),
    chances: scaled,
    probabilities,
  };
}
