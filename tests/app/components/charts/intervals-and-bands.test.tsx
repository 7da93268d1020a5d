import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ChartPlot } from '#app/components/charts/chart-plot.tsx';
import { chartTableModel } from '#app/components/charts/chart-table-model.ts';
import type { Chart, IntervalChart, LinesChart } from '#app/components/charts/chart-types.ts';
import { intervalChart, leftToRight, linesChart } from '../support/charts.ts';

const plot = (chart: Chart, direction: 'ltr' | 'rtl' = 'ltr') =>
  renderToStaticMarkup(
    <ChartPlot chart={chart} view={{ ...leftToRight, direction }} width={760} />,
  );
const rectangles = (markup: string) =>
  [...markup.matchAll(/<rect x="([\d.]+)" width="([\d.]+)"/gu)].map(([, x, width]) => ({
    x: Number(x),
    width: Number(width),
  }));

const risks: LinesChart = {
  ...linesChart,
  series: [
    {
      ...{ label: 'Observed', hasMarks: true },
      points: [
        { x: 1, y: 2, low: 1, high: 3 },
        { x: 3, y: 3, low: 2, high: 4 },
      ],
    },
    { label: 'As predicted', isReference: true, points: [1, 3].map((x) => ({ x, y: x })) },
  ],
};

it('the intervals of a line are in the figure and in its table', () => {
  const { keyColumns, valueColumns, rows } = chartTableModel(risks, leftToRight);
  expect([...keyColumns, ...valueColumns].slice(1)).toEqual([
    ...['Observed', 'From', 'To', 'As predicted'],
  ]);
  expect(rows.map(({ values }) => values?.map(({ value }) => value))).toEqual([
    [2, 1, 3, 1],
    [3, 2, 4, 3],
  ]);
  const without = { ...risks, series: risks.series.slice(1) };
  const bars = (chart: Chart) => plot(chart).split('stroke-width="1.6"').length - 1;
  expect(bars(risks) - bars(without)).toBe(2);
});

it('the band of what does not matter lies where the scale says, in both directions', () => {
  const scale = { low: -10, high: 10, decimals: 1 };
  const rows = [{ label: 'yes', estimate: 6, low: 2, high: 9, n: 40 }];
  const chart: IntervalChart = { ...intervalChart, scale, rows, band: { low: -5, high: 0 } };
  const [there] = rectangles(plot(chart));
  const [mirrored] = rectangles(plot(chart, 'rtl'));
  expect(there?.width).toBeGreaterThan(40);
  expect(mirrored?.width).toBeCloseTo(there?.width ?? NaN, 1);
  // Half of the band is left of the middle in one direction, and right of it in the other.
  expect((mirrored?.x ?? 0) - (there?.x ?? 0)).not.toBeCloseTo(0, 0);
  expect(rectangles(plot({ ...chart, band: undefined }))).toEqual([]);
});
