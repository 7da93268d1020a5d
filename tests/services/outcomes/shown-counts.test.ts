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
    [null, 0, 0],
  ],
])('of %j shows %j beside their sum', (counts, shown) => {
  expect(shownCounts(counts, 5)).toEqual(shown);
});
