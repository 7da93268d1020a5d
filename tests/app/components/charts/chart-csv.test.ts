import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

import { chartToCsv } from '#app/components/charts/chart-csv.ts';
import type { Chart } from '#app/components/charts/chart-types.ts';

import { divergingChart, intervalChart, leftToRight, trendChart } from '../support/charts.ts';

function records(chart: Chart, view = leftToRight): string[][] {
  return parse(chartToCsv(chart, view), { bom: true });
}

describe('chartToCsv', () => {
  it('writes the numbers of the figure without the locale', () => {
    expect(records(intervalChart, { ...leftToRight, locale: 'de' })).toEqual([
      ['Site', 'Subscale', 'Mean', 'From', 'To', 'n', 'Remark'],
      ['North', 'Workforce', '3.41', '3.12', '3.73', '104', ''],
      ['North', 'Benefit', '3.64', '3.45', '3.86', '103', ''],
      ['South', 'Workforce', '', '', '', '', 'Not shown: too few people answered'],
    ]);
  });

  it('writes one row for each wave of each series', () => {
    const rows = records(trendChart);
    expect(rows).toHaveLength(7);
    expect(rows[4]).toEqual(['Benefit', 'Spring', '', '', '', '', 'Not asked']);
  });

  it('quotes commas, quotation marks and line breaks', () => {
    const label = 'Night shift, "float" pool\nNorth';
    const chart = { ...divergingChart, rows: [{ label, percents: [10, 20, 30, 25, 15] }] };
    expect(records(chart)[1]).toEqual([label, '10', '20', '30', '25', '15', '30', '40', '']);
    expect(chartToCsv(chart, leftToRight)).toContain('"Night shift, ""float"" pool\nNorth"');
  });

  it.each(['=HYPERLINK("x")', '+1', '-1', '@cmd', '\tx', '\rx'])('disarms %j', (label) => {
    const chart = { ...divergingChart, rows: [{ label, percents: [10, 20, 30, 25, 15] }] };
    expect(records(chart)[1]?.[0]).toBe(`'${label}`);
  });

  it('leaves a negative number a number', () => {
    const row = { label: 'North', estimate: -0.4, low: -0.9, high: 0.1, n: 40 };
    expect(records({ ...intervalChart, rows: [row] })[1]).toEqual([
      'North',
      '-0.4',
      '-0.9',
      '0.1',
      '40',
      '',
    ]);
  });

  it('begins with a byte order mark, for spreadsheets', () => {
    expect(chartToCsv(divergingChart, leftToRight).codePointAt(0)).toBe(0xfeff);
  });
});
