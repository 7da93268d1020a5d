import { chartNumbers } from './chart-numbers.ts';
import type { ChartTableModel, TableValue } from './chart-table-model.ts';
import type { ChartView, LinesChart } from './chart-types.ts';

/** One row for each place on the axis, one column for each line, and two more for its intervals. */
export function linesTable(chart: LinesChart, { locale, labels }: ChartView): ChartTableModel {
  const { xAxis, yAxis, series, rowHeading } = chart;
  const x = chartNumbers(locale, xAxis.decimals).estimate;
  const y = chartNumbers(locale, yAxis.decimals).estimate;
  const places = [...new Set(series.flatMap(({ points }) => points.map((point) => point.x)))];
  const columns = series.flatMap(({ label, points }) => {
    const of = (name: 'y' | 'low' | 'high') =>
      new Map(points.map((point) => [point.x, point[name]]));
    const hasIntervals = points.some(({ low }) => low !== undefined);
    return [
      { label, at: of('y') },
      ...(hasIntervals
        ? [
            { label: labels.low, at: of('low') },
            { label: labels.high, at: of('high') },
          ]
        : []),
    ];
  });
  const valueAt = (column: Map<number, number | undefined>, place: number): TableValue => {
    const value = column.get(place);
    return value === undefined ? { value: null, text: '' } : { value, text: y(value) };
  };
  return {
    keyColumns: [rowHeading],
    valueColumns: columns.map(({ label }) => label),
    rows: places
      .sort((a, b) => a - b)
      .map((place) => ({
        keys: [{ value: place, text: x(place) }],
        values: columns.map(({ at }) => valueAt(at, place)),
      })),
  };
}
