import { dotDense } from '../numeric/sparse/dot-dense.ts';
import type { SparseVector } from '../numeric/sparse/sparse-row.ts';
import { sumRows } from '../numeric/sparse/sum-rows.ts';

export type QuoteCandidate = {
  readonly row: number;
  readonly text: string;
  /** Where it lies, of one length for all; only its entries, as words alone have tens of thousands of places. */
  readonly place: SparseVector;
  /** Who wrote it, and what group they are of; null where that is not known. */
  readonly person: string | null;
  readonly stratum: string | null;
  /** How much nearer it is to its own theme than to the next; unknown: its closeness says it. */
  readonly margin?: number;
  /** In [−1, 1], for or against, praise or complaint; unknown: it is taken to speak against nothing. */
  readonly stance?: number | null;
  /** Terms of the text in its language (`splitTerms`). */
  readonly words: number;
};

const order = ['central', 'diverse', 'dissent', 'edge'] as const;

export type QuoteRole = (typeof order)[number];

export type ChosenQuote = { readonly row: number; readonly role: QuoteRole };

/** Terms of a quote that somebody reads at once; ours. */
const readable = { fewest: 4, most: 60 };
/** Weight of being central against being unlike those already chosen; ours. */
const lambda = 0.7;
/** With fewer texts that say for or against, nobody can be said to dissent; ours. */
const fewestStances = 3;

type Rated = QuoteCandidate & { readonly closeness: number; readonly opposition: number };
type Chosen = Rated & Pick<ChosenQuote, 'role'> & { readonly dense: Float64Array };

function centreOf(candidates: readonly QuoteCandidate[], columns: number): Float64Array {
  const sums = sumRows(
    candidates.map(({ place }) => place),
    columns,
  );
  const length = Math.sqrt(sums.reduce((sum, value) => sum + value * value, 0)) || 1;
  return sums.map((value) => value / length);
}

/** Which way the theme leans: −1, 0 or 1. */
function leaningOf(candidates: readonly QuoteCandidate[]): number {
  const stances = candidates.flatMap(({ stance }) => stance ?? []);
  if (stances.length < fewestStances) return 0;
  return Math.sign(stances.reduce((sum, stance) => sum + stance, 0));
}

/**
 * Quotes of a theme: the most central, then those that are central and unlike the chosen, of people and groups not
 * heard yet (maximal marginal relevance), one that speaks against what the theme leans to where there is any, and last
 * the one at the edge.
 *
 * next = argmax λ cos(d, centre) − (1 − λ) max_{chosen} cos(d, c), among people not heard yet while there are any, of
 * strata not heard yet while there are any; dissent = argmax of the stance against the sign of the mean stance; edge =
 * argmin of the margin.
 *
 * @param candidates answers of the theme that may be quoted; very short and long ones come only when there is nothing
 *   else.
 * @param most quotes at most; with fewer than four there is no place for dissent.
 * @returns the chosen; no 'dissent' among them says that none was found by this rule.
 * @remarks Missing data: an unknown person or stratum counts as not heard yet, an unknown stance as none. No candidates,
 *   no quotes. Ties go by the text.
 * @throws never.
 * @see Carbonell, J. & Goldstein, J. (1998). The use of MMR. SIGIR, 335–336. doi:10.1145/290941.291025
 */
export function chooseQuotes(candidates: readonly QuoteCandidate[], most = 4): ChosenQuote[] {
  const columns = candidates.reduce(
    (widest, { place }) => place.columnOf.reduce((a, b) => Math.max(a, b + 1), widest),
    0,
  );
  const centre = centreOf(candidates, columns);
  const leaning = leaningOf(candidates);
  const rated = candidates.map((candidate) => ({
    ...candidate,
    closeness: dotDense(candidate.place, centre),
    opposition: -leaning * (candidate.stance ?? 0),
  }));
  const fit = rated.filter(({ words }) => words >= readable.fewest && words <= readable.most);
  const pool = fit.length >= most ? fit : rated;
  const against = rated.filter(({ opposition }) => opposition > 0);
  const others = pool.filter(({ opposition }) => opposition <= 0);
  const chosen: Chosen[] = [];
  const add = (from: readonly Rated[], role: QuoteRole) => {
    const next = chosen.length < most ? pick(from, chosen, role) : null;
    if (next) chosen.push({ ...next, role, dense: sumRows([next.place], columns) });
  };
  add(others.length > 0 ? others : pool, 'central');
  if (most > 3) add(against, 'dissent');
  while (chosen.length < Math.min(most - 1, pool.length)) add(pool, 'diverse');
  add(pool, 'edge');
  return order.flatMap((role) =>
    chosen.filter((one) => one.role === role).map(({ row }) => ({ row, role })),
  );
}

function worthOf(candidate: Rated, chosen: readonly Chosen[], role: QuoteRole): number {
  if (role === 'edge') return -(candidate.margin ?? candidate.closeness);
  // Stance decides; among those of one stance the closest.
  if (role === 'dissent') return candidate.opposition + candidate.closeness / 100;
  let likeness = 0;
  for (const { dense } of chosen) likeness = Math.max(likeness, dotDense(candidate.place, dense));
  return lambda * candidate.closeness - (1 - lambda) * likeness;
}

/** Everybody has a chance before anybody is quoted twice, and every group before any is. */
function pick(pool: readonly Rated[], chosen: readonly Chosen[], role: QuoteRole): Rated | null {
  const taken = new Set(chosen.map(({ row }) => row));
  const left = pool.filter(({ row }) => !taken.has(row));
  const unheard = (key: 'person' | 'stratum') => {
    const heard = new Set(chosen.map((one) => one[key]));
    return (candidate: Rated) => candidate[key] === null || !heard.has(candidate[key]);
  };
  const people = left.filter(unheard('person'));
  if (people.length === 0 && role === 'dissent') return null;
  const fair = people.length > 0 ? people : left;
  const groups = fair.filter(unheard('stratum'));
  let best: Rated | null = null;
  let most = -Infinity;
  for (const candidate of groups.length > 0 ? groups : fair) {
    const worth = worthOf(candidate, chosen, role);
    const isBetter = worth > most || (worth === most && best && candidate.text < best.text);
    if (isBetter === true) {
      most = worth;
      best = candidate;
    }
  }
  return best;
}
