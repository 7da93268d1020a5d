import type { Generator } from '../numeric/seeded-generator.ts';
import type { CandidateType } from './candidate-types.ts';
import type { Lottery } from './fairest-lottery.ts';

/** The first `count` of a fair shuffle (Fisher–Yates). */
function pick(numbers: readonly number[], count: number, random: Generator): number[] {
  const left = [...numbers];
  for (let at = 0; at < count; at += 1) {
    const other = at + Math.floor(random() * (left.length - at));
    [left[at], left[other]] = [left[other] ?? 0, left[at] ?? 0];
  }
  return left.slice(0, count);
}

/**
 * Draws a panel: first a composition with its chance, then people of each type with equal chances.
 *
 * @param types in the order the lottery was made for
 * @param random seeded: the same seed, types and lottery select the same people
 * @returns numbers of the people selected, ascending
 */
export function drawPanel(
  types: readonly CandidateType[],
  lottery: Lottery,
  random: Generator,
): number[] {
  const drawn = random();
  let reached = 0;
  const index = lottery.chances.findIndex((chance) => (reached += chance) > drawn);
  // Rounding may leave the sum of chances a little below 1.
  const composition = lottery.compositions.at(
    index === -1 ? lottery.compositions.length - 1 : index,
  );
  return types
    .flatMap(({ numbers }, t) => pick(numbers, composition?.[t] ?? 0, random))
    .sort((a, b) => a - b);
}
