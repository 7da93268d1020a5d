import { countValuesByLevel } from '../numeric/count-values-by-level.ts';
import { numberValues } from '../numeric/number-values.ts';
import { isSameAnswer } from '../suppression/is-same-answer.ts';
import type { LocatedPairs } from './locate-pairs.ts';
import type { Withheld } from './readiness-report.ts';

export interface ChosenPairs {
  readonly shown: true;
  /** Scores of the pairs that may be spoken of, person by person. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Pairs left out so that nobody who answered one wave only can be worked out. */
  readonly heldBack: number;
}

function isUniform(values: Float64Array, k: number): boolean {
  const [counts = []] = countValuesByLevel(numberValues(values), new Int32Array(values.length), 1);
  return isSameAnswer(counts, k);
}

/** How many pairs to leave out so that either wave's other answers are none or at least k. */
function countHeldBack(unpaired: readonly number[], k: number): number {
  if (unpaired.every((n) => n === 0 || n >= k)) return 0;
  return Math.max(...unpaired.map((n) => Math.max(0, k - n)));
}

/**
 * The pairs of which statistics of one scale may be shown, if these give nobody away.
 *
 * The waves' own means are published, so the difference between a wave and its paired people must be nobody
 * or at least k people: the last pairs of the input are held back until it is.
 *
 * @param scores of all respondents on the scale; missing is NaN.
 * @param pairs the pairs and the rows of their waves.
 * @param k minimum cell size.
 * @returns the scores of the pairs; withheld when fewer than k pairs remain, a wave is hidden, or before,
 *   after, change, or the answers outside the pairs are (nearly) all the same.
 * @remarks Missing data: pairs scored both times; a pair with one score counts as unpaired.
 * @see Denning, D. E. et al. (1979). https://doi.org/10.1145/320064.320069 (differencing). No reference
 *   program.
 */
export function choosePairs(
  scores: Float64Array,
  pairs: LocatedPairs,
  k: number,
): ChosenPairs | Withheld {
  const scoreOf = (row: number | undefined): number => scores[row ?? -1] ?? NaN;
  const complete = [...pairs.before.keys()].filter((pair) => {
    return !Number.isNaN(scoreOf(pairs.before[pair])) && !Number.isNaN(scoreOf(pairs.after[pair]));
  });
  if (complete.length < k) return { shown: false, reason: 'below-minimum' };
  if (!pairs.areWavesShown) return { shown: false, reason: 'complementary' };

  const scored = (rows: Int32Array) => rows.filter((row) => !Number.isNaN(scoreOf(row)));
  const waves = [scored(pairs.beforeRows), scored(pairs.afterRows)];
  const heldBack = countHeldBack(
    waves.map(({ length }) => length - complete.length),
    k,
  );
  const used = complete.slice(0, complete.length - heldBack);
  if (used.length < k) return { shown: false, reason: 'complementary' };

  const before = Float64Array.from(used, (pair) => scoreOf(pairs.before[pair]));
  const after = Float64Array.from(used, (pair) => scoreOf(pairs.after[pair]));
  const change = before.map((value, pair) => (after[pair] ?? NaN) - value);
  if ([before, after, change].some((values) => isUniform(values, k))) {
    return { shown: false, reason: 'same-answer' };
  }
  const inPairs = new Set(used.flatMap((pair) => [pairs.before[pair], pairs.after[pair]]));
  const outside = waves.map((rows) =>
    Float64Array.from(
      rows.filter((row) => !inPairs.has(row)),
      scoreOf,
    ),
  );
  if (outside.some((values) => isUniform(values, k))) {
    return { shown: false, reason: 'complementary' };
  }
  return { shown: true, before, after, heldBack };
}
