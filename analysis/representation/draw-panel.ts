import type { Generator } from '../numeric/seeded-generator.ts';
import { drawWithoutReplacement } from '../numeric/draw-without-replacement.ts';
import type { CandidateType } from './candidate-types.ts';
import type { Lottery } from './fairest-lottery.ts';

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
    .flatMap(({ numbers }, t) =>
      drawWithoutReplacement(numbers.length, composition?.[t] ?? 0, random).flatMap(
        (at) => numbers[at] ?? [],
      ),
    )
    .sort((a, b) => a - b);
}
