import { expect, it } from 'vitest';
import { pairResponses } from '#app/services/results/pair-responses.ts';

type Row = { wave: 0 | 1; key: string | null; id: number };

const rowsOf = (rows: readonly Row[]) => ({
  waves: Int16Array.from(rows, ({ wave }) => wave),
  linkKeys: rows.map(({ key }) => key),
  ids: Uint32Array.from(rows.flatMap(({ id }) => [7, id, 0, 0])),
});

const rows: Row[] = [
  { wave: 0, key: 'a', id: 1 },
  { wave: 0, key: 'b', id: 2 },
  { wave: 0, key: 'twice', id: 3 },
  { wave: 0, key: 'twice', id: 4 },
  { wave: 0, key: null, id: 5 },
  { wave: 1, key: 'b', id: 9 },
  { wave: 1, key: 'twice', id: 6 },
  { wave: 1, key: 'a', id: 8 },
  { wave: 1, key: null, id: 7 },
];

it('pairs keys that occur once in both waves, in the order of the later ids', () => {
  expect(pairResponses(rowsOf(rows))).toEqual({
    ...{ before: [0, 1], after: [7, 5], matchedPercent: 50, hasRepeatedKeys: true },
  });
});

it('gives the same pairs in the same order however the rows come', () => {
  const turned = rows.toReversed();
  const { before, after } = pairResponses(rowsOf(turned));
  expect(before.map((row) => turned[row]?.id)).toEqual([1, 2]);
  expect(after.map((row) => turned[row]?.id)).toEqual([8, 9]);
});
