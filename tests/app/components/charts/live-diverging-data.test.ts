import { expect, it } from 'vitest';

import { liveDivergingData } from '#app/components/charts/live-diverging-data.ts';

import { divergingChart } from '../support/charts.ts';

const data = liveDivergingData(divergingChart, {
  centre: 60,
  length: 130,
  percent: (value) => `${value}%`,
});

it('lets every row fill the same length with its middle on one line', () => {
  for (const datum of data.slice(0, 2)) {
    const [first = 0, second = 0, neutral = 0] = datum.percents;
    expect(datum.offset + first + second + neutral / 2).toBe(60);
    expect(datum.offset + datum.percents.reduce((a, b) => a + b, 0) + datum.rest).toBe(130);
  }
});

it('says the totals of both sides, and words alone for a suppressed row', () => {
  expect(data.map(({ negative, positive }) => [negative, positive])).toEqual([
    ['24%', '56%'],
    ['51%', '25%'],
    ['', ''],
  ]);
  expect(data[2]).toMatchObject({ percents: [], remark: 'Not shown: too few people answered' });
});
