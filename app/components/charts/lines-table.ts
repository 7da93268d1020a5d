import { chartNumbers } from './chart-numbers.ts';
import type { ChartTableModel, TableValue } from './chart-table-model.ts';
import type { ChartView, LinesChart } from './chart-types.ts';

/** One row for each place on the axis, one column for each line. */
export function linesTable(chart: LinesChart, { locale }: ChartView): ChartTableModel {
  const { xAxis, yAxis, series, rowHeading } = chart;
  const x = chartNumbers(locale, xAxis.decimals).estimate;
  const y = chartNumbers(locale, yAxis.decimals).estimate;
  const places = [...new Set(series.flatMap(({ points }) => points.map((point) => point.x)))];
  const columns = series.map(({ points }) => new Map(points.map((point) => [point.x, point.y])));
  const valueAt = (column: Map<number, number>, place: number): TableValue => {
    const value = column.get(place);
    return value === undefined ? { value: null, text: '' } : { value, text: y(value) };
  };
  return {
    keyColumns: [rowHeading],
    valueColumns: series.map(({ label }) => label),
    rows: places
      .sort((a, b) => a - b)
      .map((place) => ({
        keys: [{ value: place, text: x(place) }],
        values: columns.map((column) => valueAt(column, place)),
      })),
  };
}
