import { expect, it } from 'vitest';
import { countPeople } from '#app/services/panel-jobs/count-people.ts';
import { summariseMargin } from '#app/services/panel-jobs/summarise-margin.ts';

const said = (counts: Record<string, number>) =>
  Object.entries(counts).flatMap(([language, count]) =>
    Array.from({ length: count }, (_, index) => ({ memberId: `${language}${index}`, language })),
  );

it.each([
  [
    { en: 7, kk: 5 },
    { total: 12, shown: 2, withheld: [] },
  ],
  [
    { en: 7, kk: 4 },
    { total: 7, shown: 1, withheld: ['kk'] },
  ],
  [
    { en: 7, kk: 4, ar: 3 },
    { total: 14, shown: 1, withheld: ['ar', 'kk'] },
  ],
  [
    { en: 4, kk: 3 },
    { total: 7, shown: 0, withheld: ['en', 'kk'] },
  ],
  [{ en: 4 }, undefined],
])('counts people so that nobody can be found by subtracting: %j', (counts, expected) => {
  const found = countPeople(said(counts), 5);
  const summary = found && {
    ...{ total: found.total, shown: found.byLanguage.length, withheld: found.withheld },
  };
  expect(summary).toEqual(expected);
});

it('has the middle value in both halves when their number is odd', () => {
  expect(summariseMargin([5, 1, 3])).toEqual({ median: 3, middleHalf: [2, 4] });
  expect(summariseMargin([5])).toEqual({ median: 5, middleHalf: [5, 5] });
});
