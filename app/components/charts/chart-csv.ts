import { stringify } from 'csv-stringify/sync';

import { chartTableModel } from './chart-table-model.ts';
import type { Chart, ChartView } from './chart-types.ts';

/**
 * The numbers of the figure, unrounded by the reader's locale, one row each. The byte order mark
 * lets spreadsheets read Cyrillic, Arabic and Chinese; a text that would be a formula is disarmed.
 */
export function chartToCsv(chart: Chart, view: ChartView): string {
  const { keyColumns, valueColumns, rows } = chartTableModel(chart, view);
  const header = [...keyColumns, ...valueColumns, view.labels.remark].map(disarm);
  const lines = rows.map((row) => [
    ...row.keys.map((key) => (typeof key === 'string' ? disarm(key) : key.value)),
    ...valueColumns.map((_, index) => row.values?.[index]?.value ?? ''),
    disarm(row.remark ?? ''),
  ]);
  return stringify([header, ...lines], { bom: true, record_delimiter: 'windows' });
}

function disarm(text: string): string {
  return /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
}
