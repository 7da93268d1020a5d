import { describe, expect, it } from 'vitest';

import { renderChartSvg } from '#app/components/charts/chart-svg.tsx';

import { charts, divergingChart, leftToRight, rightToLeft } from '../support/charts.ts';
import { textsOf } from '../support/markup.ts';

describe.each(charts)('the file of a $kind chart', (chart) => {
  const file = renderChartSvg(chart, leftToRight);

  it('stands alone: its own namespace, colours and no variable', () => {
    expect(file).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http/u);
    expect(file).toContain('fill="#ffffff"');
    expect(file).not.toContain('var(');
    expect(file).not.toMatch(/\sstyle=|<style|<script|href=/u);
  });

  it('is a named image that says its finding, measure and limits', () => {
    expect(file).toMatch(/<svg [^>]*role="img"/u);
    expect(textsOf(file, 'title')).toEqual([chart.title]);
    const said = textsOf(file, 'tspan').join(' ');
    for (const words of [chart.title, chart.subtitle, chart.sentence, chart.notMeaning]) {
      expect(said).toContain(words);
    }
  });
});

it('escapes what would be markup', () => {
  const file = renderChartSvg({ ...divergingChart, title: 'a < b & "c"' }, leftToRight);
  expect(file).toContain('a &lt; b &amp; &quot;c&quot;');
});

it('follows the direction of the reader', () => {
  expect(renderChartSvg(divergingChart, rightToLeft)).toContain('direction="rtl"');
});
