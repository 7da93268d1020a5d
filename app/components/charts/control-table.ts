import { chartNumbers } from './chart-numbers.ts';
import type { ChartTableModel, TableValue } from './chart-table-model.ts';
import type { ChartView, ControlChart } from './chart-types.ts';

/** One row for each period: its number, its limits, and what is to be said of it. */
export function controlTable(chart: ControlChart, { locale }: ChartView): ChartTableModel {
  const { headings, points, decimals, rowHeading } = chart;
  const { estimate } = chartNumbers(locale, decimals);
  const cell = (value: number | null | undefined): TableValue =>
    value == null ? { value: null, text: '–' } : { value, text: estimate(value) };
  return {
    keyColumns: [rowHeading, headings.note],
    valueColumns: [headings.value, headings.centre, headings.lower, headings.upper],
    rows: points.map(({ label, note, value, centre, lower, upper }) => ({
      keys: [label, note],
      values: [cell(value), cell(centre), cell(lower), cell(upper)],
    })),
  };
}
