import { adjustedRandIndex } from '../agreement/adjusted-rand-index.ts';
import { drawWithoutReplacement } from '../numeric/draw-without-replacement.ts';
import { seededGenerator, type Generator } from '../numeric/seeded-generator.ts';
import { selectRows } from '../numeric/sparse/select-rows.ts';
import type { SparseMatrix } from '../numeric/sparse/sparse-matrix.ts';
import { countDimensions } from './count-dimensions.ts';
import { groupPlaces } from './group-places.ts';
import { placeParticipants } from './place-participants.ts';

export type StabilityOfGroups = {
  readonly k: number;
  /** Mean adjusted Rand index with the groups of parts of the participants; about 0 by chance, at most 1. */
  readonly stability: number;
  /** Standard deviation over these parts. */
  readonly spread: number;
};

export type NoGroupsReason =
  'too-few-participants' | 'votes-unrelated' | 'groups-too-small' | 'not-stable';

export type OpinionGroups =
  | {
      readonly found: true;
      readonly labels: Int32Array;
      readonly k: number;
      readonly curve: readonly StabilityOfGroups[];
    }
  | {
      readonly found: false;
      readonly reason: NoGroupsReason;
      readonly curve: readonly StabilityOfGroups[];
    };

/** Ours. */
const samples = 30;
/** As of themes. */
const share = 0.8;
/** The same bound as of themes. */
const steady = 0.6;
const mostGroups = 6;
/** Two at least: people who differ in a second respect are not to be laid onto one line. */
const fewestDimensions = 2;
const starts = { all: 30, sample: 3 };

function sampleOf(n: number, random: Generator): number[] {
  return drawWithoutReplacement(n, Math.ceil(share * n), random).sort((a, b) => a - b);
}

function meanAndSpread(values: readonly number[]): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, spread: Math.sqrt(squares / (values.length - 1)) };
}

type Candidate = { readonly k: number; readonly labels: Int32Array; readonly scores: number[] };

/** The fewest groups that lose no more to the steadiest than other participants might give back. */
function choose(candidates: readonly Candidate[], curve: readonly StabilityOfGroups[]) {
  const best = curve.reduce((a, b) => (b.stability > a.stability ? b : a));
  if (best.stability < steady) return null;
  const steadiest = candidates.find(({ k }) => k === best.k)?.scores ?? [];
  return candidates.find(({ scores }, at) => {
    const loss = meanAndSpread(scores.map((score, part) => (steadiest[part] ?? 0) - score));
    return (curve[at]?.stability ?? 0) >= steady && loss.mean <= loss.spread;
  });
}

/**
 * Groups of participants who vote alike, or why there are none.
 *
 * Dimensions by `countDimensions`, places by `placeParticipants`, groups by `groupPlaces` for each k from 2; the
 * stability of k is the mean adjusted Rand index between these groups and those found anew, from the votes on, in 30
 * parts of 80 % of the participants. The fewest groups whose loss against the steadiest is within one standard deviation
 * of that loss over the same parts.
 *
 * @param votes n × m as in `placeParticipants`; rows in an order that does not depend on how they were given.
 * @param options seed; members of a group at least.
 * @returns labels, the largest group 0. Without groups the reason: 'too-few-participants' (less than two
 *   groups' worth), 'votes-unrelated' (no direction beyond chance), 'groups-too-small' (only single people
 *   stand apart), 'not-stable' (below .6: another day's participants would be grouped otherwise).
 * @remarks Missing data: see `placeParticipants`. The standard deviation over the parts, not a standard error, since it
 *   measures what other participants would change and not how many parts were drawn.
 * @throws never.
 * @see Ben-Hur, A., Elisseeff, A., Guyon, I. (2002). A stability based method for discovering structure in clustered
 *   data. PSB 7, 6–17. https://doi.org/10.1142/9789812799623_0002; after the rule of one standard error of Breiman, L. et
 *   al. (1984). Classification and regression trees, ch. 3. https://doi.org/10.1201/9781315139470
 */
export function opinionGroups(
  votes: SparseMatrix,
  { seed, minimum }: { readonly seed: number; readonly minimum: number },
): OpinionGroups {
  const n = votes.rows;
  const none = (
    reason: NoGroupsReason,
    curve: readonly StabilityOfGroups[] = [],
  ): OpinionGroups => ({ found: false, reason, curve });
  if (n < 2 * Math.max(2, minimum)) return none('too-few-participants');
  const related = countDimensions(votes, seededGenerator(seed));
  if (related === 0) return none('votes-unrelated');
  const dimensions = Math.max(fewestDimensions, related);
  const places = placeParticipants(votes, dimensions, seededGenerator(seed + 1));
  const candidates: Candidate[] = [];
  for (let k = 2; k <= Math.min(mostGroups, Math.floor(n / minimum)); k += 1) {
    const labels = groupPlaces(places, k, minimum, seededGenerator(seed + 2), starts.all);
    // Groups that joined another make a smaller k, which was tried.
    if (Math.max(...labels) + 1 === k) candidates.push({ k, labels, scores: [] });
  }
  if (candidates.length === 0) return none('groups-too-small');
  const random = seededGenerator(seed + 3);
  for (let sample = 0; sample < samples; sample += 1) {
    const rows = sampleOf(n, random);
    const part = placeParticipants(selectRows(votes, rows), dimensions, random);
    for (const { k, labels, scores } of candidates) {
      const anew = groupPlaces(part, k, Math.ceil(share * minimum), random, starts.sample);
      scores.push(
        adjustedRandIndex(
          Array.from(rows, (row) => labels[row] ?? 0),
          [...anew],
        ),
      );
    }
  }
  const curve = candidates.map(({ k, scores }): StabilityOfGroups => {
    const { mean: stability, spread } = meanAndSpread(scores);
    return { k, stability, spread };
  });
  const chosen = choose(candidates, curve);
  if (!chosen) return none('not-stable', curve);
  return { found: true, labels: chosen.labels, k: chosen.k, curve };
}
