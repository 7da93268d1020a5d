import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { ChartFigure } from '#app/components/charts/chart-figure.tsx';
import { ChartPlot } from '#app/components/charts/chart-plot.tsx';
import { ChartTable } from '#app/components/charts/chart-table.tsx';
import type { Chart } from '#app/components/charts/chart-types.ts';

import {
  charts,
  divergingChart,
  groupedCharts,
  intervalChart,
  leftToRight,
  linesChart,
  pathChart,
  trendChart,
} from '../support/charts.ts';
import { numbersIn, plainText, textsOf } from '../support/markup.ts';

const tickNumbers = ['1', '2', '3', '4', '5'];

function tableCells(chart: Chart): string[] {
  return textsOf(renderToStaticMarkup(<ChartTable chart={chart} view={leftToRight} />), 'td');
}

function plot(chart: Chart, width = 760): string {
  return renderToStaticMarkup(<ChartPlot chart={chart} view={leftToRight} width={width} />);
}

describe.each(charts)('the figure of a $kind chart', (chart) => {
  it.each([304, 520, 760])('says no number that its table lacks, at width %i', (width) => {
    const inTable = new Set(tableCells(chart).flatMap(numbersIn));
    const inFigure = textsOf(plot(chart, width), 'text').flatMap(numbersIn);
    expect(inFigure.length).toBeGreaterThan(5);
    expect(inFigure.filter((n) => !inTable.has(n) && !tickNumbers.includes(n))).toEqual([]);
  });

  it('is an image with the finding as its name', () => {
    const markup = plot(chart);
    expect(markup).toMatch(/<svg [^>]*role="img"/u);
    expect(textsOf(markup, 'title')).toEqual([chart.title]);
    const titleId = /<title id="([^"]+)"/u.exec(markup)?.[1];
    expect(markup).toContain(`aria-labelledby="${titleId ?? 'none'} `);
  });

  it('says the finding, the sentence and its limits', () => {
    const markup = renderToStaticMarkup(<ChartFigure chart={chart} view={leftToRight} />);
    const text = plainText(markup);
    for (const words of [chart.title, chart.subtitle, chart.sentence, chart.notMeaning]) {
      expect(text).toContain(words);
    }
  });

  it('has no style attribute and no id twice', () => {
    const markup = renderToStaticMarkup(<ChartFigure chart={chart} view={leftToRight} />);
    expect(markup).not.toMatch(/\sstyle=/u);
    const ids = [...markup.matchAll(/\sid="([^"]+)"/gu)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it.each(groupedCharts)('the figure of a $kind chart says a suppressed group in words', (chart) => {
  const markup = renderToStaticMarkup(<ChartFigure chart={chart} view={leftToRight} />);
  const [, widest = ''] = markup.split('chart-plot-large');
  const drawn = textsOf(widest.split('</svg>')[0] ?? '', 'tspan').join(' ');
  expect(drawn).toContain('Not shown: too few people answered');
});

describe('the table', () => {
  it('carries the percentages, the totals of both sides and n of each statement', () => {
    expect(tableCells(divergingChart)).toEqual([
      ...['13%', '11%', '20%', '35%', '21%', '24%', '56%', '86'],
      ...['18%', '33%', '24%', '19%', '6%', '51%', '25%', '84'],
      'Not shown: too few people answered',
    ]);
  });

  it('carries estimates, intervals and n by site and subscale', () => {
    expect(tableCells(intervalChart)).toEqual([
      ...['3.41', '3.12', '3.73', '104'],
      ...['3.64', '3.45', '3.86', '103'],
      'Not shown: too few people answered',
    ]);
  });

  it('carries every wave of every series, with gaps in words', () => {
    expect(tableCells(trendChart)).toEqual([
      ...['3.1', '2.8', '3.4', '118'],
      'Not shown: too few people answered',
      ...['3.5', '3.2', '3.7', '97'],
      'Not asked',
      ...['3.6', '3.3', '3.9', '104'],
      ...['4.1', '3.8', '4.4', '96'],
    ]);
  });

  it('carries every place of every line, nothing where a line has no point', () => {
    expect(tableCells(linesChart)).toEqual([
      ...['4.25', '1.75', '3.25', '2.25', '2.25', '2.75', '1.25', '', '0.25', ''],
    ]);
  });

  it('lists the parameters of a model', () => {
    expect(tableCells(pathChart).slice(0, 4)).toEqual(['0.81', '0.03', '0.72', '0.04']);
    const markup = renderToStaticMarkup(<ChartTable chart={pathChart} view={leftToRight} />);
    const keys = textsOf(markup, 'th').slice(5);
    expect(keys.slice(0, 3)).toEqual(['Loading', 'Work', 'Item a']);
    expect(keys).toHaveLength(3 * 10);
  });

  it('writes numbers as the reader does', () => {
    const markup = renderToStaticMarkup(
      <ChartTable chart={intervalChart} view={{ ...leftToRight, locale: 'de' }} />,
    );
    expect(textsOf(markup, 'td').slice(0, 3)).toEqual(['3,41', '3,12', '3,73']);
  });
});

it('breaks the trend line where a wave is not shown', () => {
  const onlyGaps: Chart = {
    ...trendChart,
    series: trendChart.series.slice(0, 1),
  };
  const path = /<path d="([^"]*)"/u.exec(plot(onlyGaps))?.[1] ?? '';
  expect(path.match(/M/gu)).toHaveLength(2);
  expect(path).not.toMatch(/M[^MZ]*L/u);
});
