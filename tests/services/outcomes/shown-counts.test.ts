import { expect, it } from 'vitest';
import { shownCounts } from '#app/services/outcomes/shown-counts.ts';

it.each([
  [
    [12, 0],
    [12, 0],
  ],
  [
    [11, 1],
    [null, null],
  ],
  [
    [6, 6],
    [6, 6],
  ],
  [
    [20, 7, 2],
    [20, null, null],
  ],
  [
    [20, 3, 2],
    [20, null, null],
  ],
  [
    [3, 0, 0],
    [null, null, null],
  ],
  [
    [0, 20, 7, 2],
    [null, 20, null, null],
  ],
])('of %j shows %j beside their sum', (counts, shown) => {
  expect(shownCounts(counts, 5)).toEqual(shown);
});

/** All parts that have the same sum and would be shown alike: what a reader must take for possible. */
function possible(counts: readonly number[], shown: readonly (number | null)[]): number[][] {
  const sum = counts.reduce((all, n) => all + n, 0);
  const grow = (made: number[][], known: number | null) =>
    made.flatMap((part) =>
      (known === null ? Array.from({ length: sum + 1 }, (_, n) => n) : [known]).map((n) => [
        ...part,
        n,
      ]),
    );
  return shown
    .reduce<number[][]>(grow, [[]])
    .filter((part) => part.reduce((all, n) => all + n, 0) === sum)
    .filter((part) => JSON.stringify(shownCounts(part, 5)) === JSON.stringify(shown));
}

it('tells of no part that is left out that somebody is in it', () => {
  const sizes = [0, 1, 3, 5, 8];
  const cases = sizes.flatMap((a) => sizes.flatMap((b) => sizes.map((c) => [a, b, c])));
  for (const counts of cases.filter((parts) => parts.reduce((all, n) => all + n, 0) >= 5)) {
    const shown = shownCounts(counts, 5);
    const all = possible(counts, shown);
    for (const index of shown.keys()) {
      if (shown[index] !== null || shown.filter((n) => n === null).length < 3) continue;
      expect(
        all.some((part) => part[index] === 0),
        `${JSON.stringify(counts)} at ${index}`,
      ).toBe(true);
    }
  }
});
