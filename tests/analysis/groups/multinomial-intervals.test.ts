import { expect, it } from 'vitest';
import { multinomialIntervals } from '#analysis/groups/multinomial-intervals.ts';
import { wilsonInterval } from '#analysis/groups/wilson-interval.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';

// Goodman’s closed form, with the quantile of Python 3’s statistics.NormalDist.
it('are those of Goodman of seven categories', () => {
  const found = multinomialIntervals([56, 72, 73, 59, 62, 87, 58]);
  const expected = [
    [0.0851672, 0.1662614],
    [0.1145329, 0.2043726],
    [0.1163953, 0.2067275],
    [0.0906057, 0.1734749],
    [0.0960774, 0.1806551],
    [0.1427491, 0.2394159],
    [0.0887891, 0.1710742],
  ];
  expect(found.map((ends) => ends.map((end) => Number(end.toFixed(7))))).toEqual(expected);
});

it('hold together at least as often as they say, where intervals by themselves do not', () => {
  const shares = [0.45, 0.4, 0.1, 0.05];
  const random = seededGenerator(11);
  let [together, alone] = [0, 0];
  const draws = 2000;
  for (let draw = 0; draw < draws; draw += 1) {
    const counts = shares.map(() => 0);
    for (let one = 0; one < 120; one += 1) {
      let left = random();
      const place = shares.findIndex((share) => (left -= share) < 0);
      const at = place < 0 ? shares.length - 1 : place;
      counts[at] = (counts[at] ?? 0) + 1;
    }
    const hold = (intervals: readonly (readonly [number, number])[]) =>
      intervals.every(([low, high], i) => low <= (shares[i] ?? NaN) && (shares[i] ?? NaN) <= high);
    if (hold(multinomialIntervals(counts))) together += 1;
    if (hold(counts.map((count) => wilsonInterval(count, 120)))) alone += 1;
  }
  expect(together / draws).toBeGreaterThan(0.94);
  expect(alone / draws).toBeLessThan(0.9);
});

it('refuses what is no table, and says nothing without cases', () => {
  expect(multinomialIntervals([0, 0])).toEqual([
    [0, 1],
    [0, 1],
  ]);
  expect(() => multinomialIntervals([3])).toThrow('too-few-categories');
  expect(() => multinomialIntervals([3, -1])).toThrow('count');
});
