import { expect, it } from 'vitest';
import { reportFairness } from '#analysis/monitoring/subgroups/report-fairness.ts';
import { tableOf } from '../support/table-of.ts';

it('a group without a complete row leaves the ratio of the others', () => {
  const of = (place: string, y: number, p: number) => ({ place, y, p });
  const rows = [
    ...[of('a', 1, 0.9), of('a', 0, 0.8), of('a', 1, 0.7), of('a', 0, 0.1)],
    ...[of('b', 1, 0.9), of('b', 0, 0.2), of('b', 1, 0.6), of('b', 0, 0.1)],
  ];
  const options = { outcome: 'y', probability: 'p', group: 'place', threshold: 0.5 };
  const ratio = (all: typeof rows) => {
    const column = <Name extends keyof (typeof rows)[number]>(name: Name) =>
      all.map((row) => row[name]);
    const table = tableOf({ place: column('place'), y: column('y'), p: column('p') });
    return reportFairness(table, options).selectionRatio;
  };
  expect(ratio(rows)).toBeCloseTo(2 / 3, 12);
  expect(ratio([...rows, of('c', NaN, 0.9)])).toBeCloseTo(2 / 3, 12);
  expect(ratio(rows.map((row) => ({ ...row, p: 0.1 })))).toBeNull();
});
