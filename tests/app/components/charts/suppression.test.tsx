import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { chartToCsv } from '#app/components/charts/chart-csv.ts';
import { ChartFigure } from '#app/components/charts/chart-figure.tsx';
import { renderChartSvg } from '#app/components/charts/chart-svg.tsx';
import type { Chart } from '#app/components/charts/chart-types.ts';

import { divergingChart, intervalChart, leftToRight, trendChart } from '../support/charts.ts';
import { numbersIn, textsOf } from '../support/markup.ts';

const suppressed = 'Not shown';
const onlySuppressed: Chart[] = [
  { ...divergingChart, rows: [{ label: 'South', percents: null, suppressed }] },
  { ...intervalChart, rows: [{ label: 'South', series: 'Benefit', suppressed }] },
  { ...trendChart, series: [{ label: 'South', points: [{ suppressed }] }] },
];

describe.each(onlySuppressed)('a $kind chart whose only group is suppressed', (chart) => {
  const figure = renderToStaticMarkup(<ChartFigure chart={chart} view={leftToRight} />);

  it('prints no number beside the ticks of its axis', () => {
    const drawn = textsOf(figure, 'text').flatMap(numbersIn);
    expect(drawn.filter((text) => !['1', '2', '3', '4', '5'].includes(text))).toEqual([]);
    expect(textsOf(figure, 'td')).toEqual([suppressed]);
  });

  it('draws no bar, dot or interval', () => {
    expect(figure).not.toMatch(/<circle/u);
    expect(figure).not.toMatch(/fill="var\(--accent\)"/u);
    expect(textsOf(figure, 'td').flatMap(numbersIn)).toEqual([]);
  });

  it('gives a file with words in the place of numbers', () => {
    const record = chartToCsv(chart, leftToRight).trim().split('\r\n')[1] ?? '';
    expect(record).toContain(suppressed);
    expect(numbersIn(record)).toEqual([]);
    expect(renderChartSvg(chart, leftToRight)).toContain(suppressed);
  });
});

it('keeps numbers out of a suppressed row even when the object carries them', () => {
  const careless = { label: 'South', percents: null, suppressed, n: 7 };
  const chart = { ...divergingChart, rows: [careless] };
  const figure = renderToStaticMarkup(<ChartFigure chart={chart} view={leftToRight} />);
  expect(figure).not.toMatch(/>\s*7\s*</u);
  expect(chartToCsv(chart, leftToRight)).not.toMatch(/7/u);
});
