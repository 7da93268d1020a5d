import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { ChartPlot } from '#app/components/charts/chart-plot.tsx';
import type { Chart, ChartView, DivergingBarsChart } from '#app/components/charts/chart-types.ts';

import {
  charts,
  divergingChart,
  intervalChart,
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

describe.each(charts)('a $kind chart from right to left', (chart) => {
  it('hands its direction to the text', () => {
    expect(plot(chart, rightToLeft)).toMatch(/<svg [^>]*direction="rtl"/u);
    expect(plot(chart, leftToRight)).toMatch(/<svg [^>]*direction="ltr"/u);
  });

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
