import { isEstimate } from './is-estimate.ts';
import { chartNumbers } from './chart-numbers.ts';
import type { Chart, ChartView, DivergingBarsChart, Estimate } from './chart-types.ts';
import { isShown, sideTotals } from './diverging-layout.ts';
import { controlTable } from './control-table.ts';
import { linesTable } from './lines-table.ts';
import { pathTable } from './path-table.ts';

export interface TableValue {
  /** As the figure writes it. */
  text: string;
  /** As a file writes it; null where the row has no such number. */
  value: number | null;
}

/** A row without numbers says why in `remark`. */
export type TableRow = { keys: readonly (string | TableValue)[] } & (
  { values: readonly TableValue[]; remark?: undefined } | { remark: string; values?: undefined }
);

export interface ChartTableModel {
  keyColumns: readonly string[];
  valueColumns: readonly string[];
  rows: readonly TableRow[];
}

/** The one table behind page and file, read from the object the figure is drawn from. */
export function chartTableModel(chart: Chart, view: ChartView): ChartTableModel {
  const { labels, locale } = view;
  if (chart.kind === 'diverging-bars') return divergingTable(chart, view);
  if (chart.kind === 'lines') return linesTable(chart, view);
  if (chart.kind === 'path-diagram') return pathTable(chart, view);
  if (chart.kind === 'control') return controlTable(chart, view);

  const { estimate, whole } = chartNumbers(locale, chart.scale.decimals);
  const heads = (chart.kind === 'interval' ? chart.headings : undefined) ?? labels;
  const valueColumns = [heads.estimate, heads.low, heads.high, labels.n];
  const toRow = (keys: string[], point: Estimate | string): TableRow =>
    typeof point === 'string'
      ? { keys, remark: point }
      : {
          keys,
          values: [
            { value: point.estimate, text: estimate(point.estimate) },
            { value: point.low, text: estimate(point.low) },
            { value: point.high, text: estimate(point.high) },
            { value: point.n, text: whole(point.n) },
          ],
        };

  if (chart.kind === 'interval') {
    const isGrouped = chart.rows.some((row) => row.series !== undefined);
    return {
      keyColumns: isGrouped ? [chart.rowHeading, chart.seriesHeading ?? ''] : [chart.rowHeading],
      valueColumns,
      rows: chart.rows.map((row) =>
        toRow(isGrouped ? [row.label, row.series ?? ''] : [row.label], row.suppressed ?? row),
      ),
    };
  }
  return {
    keyColumns: [chart.seriesHeading, chart.rowHeading],
    valueColumns,
    rows: chart.series.flatMap((series) =>
      series.points.map((point, index) =>
        toRow(
          [series.label, chart.waves[index]?.label ?? ''],
          isEstimate(point) ? point : (point.suppressed ?? point.gap),
        ),
      ),
    ),
  };
}

function divergingTable(chart: DivergingBarsChart, { labels, locale }: ChartView): ChartTableModel {
  const { percent, whole } = chartNumbers(locale);
  const withCounts = chart.rows.some((row) => isShown(row) && row.n !== undefined);
  return {
    keyColumns: [chart.rowHeading],
    valueColumns: [
      ...chart.legend,
      chart.sides.negative,
      chart.sides.positive,
      ...(withCounts ? [labels.n] : []),
    ],
    rows: chart.rows.map((row) => {
      if (!isShown(row)) return { keys: [row.label], remark: row.suppressed };
      const totals = sideTotals(chart, row);
      const count = row.n === undefined ? { value: null, text: '' } : numbered(row.n, whole);
      return {
        keys: [row.label],
        values: [
          ...[...row.percents, totals.negative, totals.positive].map((value) =>
            numbered(value, percent),
          ),
          ...(withCounts ? [count] : []),
        ],
      };
    }),
  };
}

function numbered(value: number, format: (value: number) => string): TableValue {
  return { value, text: format(value) };
}
