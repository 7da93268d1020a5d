import { expect, it } from 'vitest';
import { consecutiveGroups } from '#analysis/monitoring/performance/consecutive-groups.ts';

const periods = (...pairs: [number, number][]) => pairs.map(([events, n]) => ({ events, n }));

it('puts neighbours together until there are enough of both kinds', () => {
  const own = periods([60, 300], [40, 250], [100, 1000], [99, 900], [1, 10], [90, 95], [10, 104]);
  expect(consecutiveGroups(own)).toEqual([[0, 1], [2], [3, 4]]);
  expect(consecutiveGroups(own.slice(5))).toEqual([]);
  expect(consecutiveGroups([])).toEqual([]);
});

it('never changes a group that is there', () => {
  const own = Array.from({ length: 40 }, (_, place) => ({
    ...{ events: (place * 37) % 50, n: 50 + ((place * 53) % 90) },
  }));
  const all = consecutiveGroups(own);
  expect(all.length).toBeGreaterThan(5);
  for (const end of own.keys()) {
    const seen = consecutiveGroups(own.slice(0, end + 1));
    expect(seen).toEqual(all.slice(0, seen.length));
  }
});
