import { chartNumbers } from './chart-numbers.ts';
import type { ChartTableModel } from './chart-table-model.ts';
import type { ChartView, PathDiagramChart, PathParameter } from './chart-types.ts';

/** The parameters of the model, one row each. */
export function pathTable(chart: PathDiagramChart, { locale }: ChartView): ChartTableModel {
  const { headings, kinds, rowHeading } = chart;
  const { estimate } = chartNumbers(locale, chart.decimals);
  const labels = new Map([...chart.factors, ...chart.items].map(({ id, label }) => [id, label]));
  const labelOf = (id: string) => labels.get(id) ?? id;
  const rowsOf = (kind: string, parameters: readonly PathParameter[]) =>
    parameters.map((parameter) => ({
      keys: [kind, labelOf(parameter.from), labelOf(parameter.to)],
      values: [parameter.estimate, parameter.standardError].map((value) => ({
        value,
        text: value === null ? '' : estimate(value),
      })),
    }));
  return {
    keyColumns: [rowHeading, headings.from, headings.to],
    valueColumns: [headings.estimate, headings.standardError],
    rows: [
      ...rowsOf(kinds.loading, chart.loadings),
      ...rowsOf(kinds.correlation, chart.correlations),
      ...rowsOf(kinds.residual, chart.residuals),
    ],
  };
}
