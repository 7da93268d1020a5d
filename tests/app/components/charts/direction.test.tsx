import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { ChartPlot } from '#app/components/charts/chart-plot.tsx';
import type { Chart, ChartView, DivergingBarsChart } from '#app/components/charts/chart-types.ts';

import {
  charts,
  divergingChart,
  groupedCharts,
  intervalChart,
  linesChart,
  pathChart,
  leftToRight,
  rightToLeft,
} from '../support/charts.ts';
import { attributesOf, textsOf } from '../support/markup.ts';

const width = 760;

function plot(chart: Chart, view: ChartView): string {
  return renderToStaticMarkup(<ChartPlot chart={chart} view={view} width={width} />);
}

/** Drawn middle of each bar of the first row, in the order of the legend. */
function barMiddles(chart: DivergingBarsChart, view: ChartView): number[] {
  const bars = [...plot(chart, view).matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/gu)];
  expect(bars.length).toBeGreaterThanOrEqual(chart.legend.length);
  return bars.slice(0, chart.legend.length).map(([, x, size]) => Number(x) + Number(size) / 2);
}

it.each(charts)('a $kind chart hands its direction to the text', (chart) => {
  expect(plot(chart, rightToLeft)).toMatch(/<svg [^>]*direction="rtl"/u);
  expect(plot(chart, leftToRight)).toMatch(/<svg [^>]*direction="ltr"/u);
});

describe.each(groupedCharts)('a $kind chart from right to left', (chart) => {
  it('begins its labels at the right-hand edge', () => {
    const last = chart.kind === 'trend' ? 'Workforce' : chart.rows[0]?.label;
    const firstX = (view: ChartView) => {
      const markup = plot(chart, view);
      const index = textsOf(markup, 'tspan').indexOf(last ?? '');
      return Number(attributesOf(markup, 'tspan', 'x')[index]);
    };
    expect(firstX(leftToRight)).toBe(0);
    expect(firstX(rightToLeft)).toBe(width);
  });
});

describe('the answer scale', () => {
  it('runs with the script', () => {
    const ltr = barMiddles(divergingChart, leftToRight);
    const rtl = barMiddles(divergingChart, rightToLeft);
    expect(ltr).toEqual([...ltr].sort((a, b) => a - b));
    expect(rtl).toEqual([...rtl].sort((a, b) => b - a));
    for (const [index, middle] of rtl.entries()) {
      expect(middle).toBeCloseTo(width - (ltr[index] ?? 0), 0);
    }
  });

  it('keeps its order where the instrument says so', () => {
    const kept = barMiddles({ ...divergingChart, scaleDirection: 'keep' }, rightToLeft);
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
  });

  it('stands the neutral category of every row on one line', () => {
    const markup = plot(divergingChart, leftToRight);
    const neutral = [
      ...markup.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"[^>]*neutral-0/gu),
    ].map(([, x, size]) => Number(x) + Number(size) / 2);
    expect(neutral.length).toBe(3); // two rows and the legend
    expect(neutral[1]).toBeCloseTo(neutral[0] ?? 0, 1);
  });
});

it('mirrors the axis of an interval plot', () => {
  const dots = (view: ChartView) => attributesOf(plot(intervalChart, view), 'circle', 'cx');
  const ltr = dots(leftToRight).map(Number);
  expect(ltr).toHaveLength(2);
  expect(dots(rightToLeft).map(Number)).toEqual(
    ltr.map((x) => expect.closeTo(width - x, 1) as number),
  );
});

it('mirrors the axis of lines and keeps what is up', () => {
  const marks = (view: ChartView, attribute: string) =>
    attributesOf(plot(linesChart, view), 'circle', attribute).map(Number);
  const ltr = marks(leftToRight, 'cx');
  expect(ltr).toHaveLength(5);
  expect(marks(rightToLeft, 'cx')).toEqual(ltr.map((x) => expect.closeTo(width - x, 1) as number));
  expect(marks(rightToLeft, 'cy')).toEqual(marks(leftToRight, 'cy'));
});

it('puts the factors of a model at the start of the line', () => {
  const factors = (view: ChartView) =>
    attributesOf(plot(pathChart, view), 'ellipse', 'cx').map(Number);
  expect(Math.max(...factors(leftToRight))).toBeLessThan(width / 2);
  expect(Math.min(...factors(rightToLeft))).toBeGreaterThan(width / 2);
});
