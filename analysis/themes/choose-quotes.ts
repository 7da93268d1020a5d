import { splitTerms } from './text/split-terms.ts';

export type QuoteCandidate = {
  readonly row: number;
  readonly text: string;
  /** Where it lies, of length 1. */
  readonly place: Float64Array;
  /** Who wrote it, and what group they are of; null where that is not known. */
  readonly person: string | null;
  readonly stratum: string | null;
};

export type ChosenQuote = { readonly row: number; readonly role: 'central' | 'diverse' | 'edge' };

const readable = { fewest: 4, most: 60 };
/** Weight of being central against being unlike those already chosen. */
const lambda = 0.7;

const dot = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

/**
 * Quotes of a theme: the most central, then those that are central and unlike the chosen, of people and
 * groups not heard yet (maximal marginal relevance), then the one that fits least.
 *
 * next = argmax λ cos(d, centre) − (1 − λ) max_{chosen} cos(d, c), among people not heard yet while there
 * are any, of strata not heard yet while there are any.
 *
 * @param candidates answers of the theme that may be quoted
 * @param language BCP 47 tag; very short and long answers come only when there is nothing else
 * @param most quotes at most
 *
 * @see Carbonell, J. & Goldstein, J. (1998). The use of MMR. SIGIR, 335–336. doi:10.1145/290941.291025
 */
export function chooseQuotes(
  candidates: readonly QuoteCandidate[],
  language: string,
  most = 4,
): ChosenQuote[] {
  const centre = new Float64Array(candidates[0]?.place.length ?? 0);
  for (const { place } of candidates) {
    for (const [at, value] of place.entries()) centre[at] = (centre[at] ?? 0) + value;
  }
  const length = Math.sqrt(dot(centre, centre)) || 1;
  const rated = candidates.map((candidate) => ({
    ...candidate,
    closeness: dot(candidate.place, centre) / length,
    words: splitTerms(candidate.text, language).length,
  }));
  const fit = rated.filter(({ words }) => words >= readable.fewest && words <= readable.most);
  const pool = fit.length >= most ? fit : rated;
  const chosen: ((typeof pool)[number] & Pick<ChosenQuote, 'role'>)[] = [];
  while (chosen.length < Math.min(most, pool.length)) {
    const next = pickNext(pool, chosen);
    if (!next) break;
    chosen.push(next);
  }
  return chosen.map(({ row, role }) => ({ row, role }));
}

type Rated = QuoteCandidate & { closeness: number };

function pickNext<One extends Rated>(
  pool: readonly One[],
  chosen: readonly (One & Pick<ChosenQuote, 'role'>)[],
): (One & Pick<ChosenQuote, 'role'>) | null {
  const left = pool.filter(({ row }) => !chosen.some((one) => one.row === row));
  const unheard = (key: 'person' | 'stratum') => (candidate: One) =>
    candidate[key] === null || !chosen.some((one) => one[key] === candidate[key]);
  const people = left.filter(unheard('person'));
  const fair = people.length > 0 ? people : left;
  const groups = fair.filter(unheard('stratum'));
  const open = groups.length > 0 ? groups : fair;
  const role = chosen.length === 0 ? 'central' : chosen.length === 3 ? 'edge' : 'diverse';
  const worth = (candidate: One) => {
    if (role === 'edge') return -candidate.closeness;
    const likeness = Math.max(0, ...chosen.map(({ place }) => dot(place, candidate.place)));
    return lambda * candidate.closeness - (1 - lambda) * likeness;
  };
  const [best] = [...open].sort((a, b) => worth(b) - worth(a) || a.row - b.row);
  return best ? { ...best, role } : null;
}
