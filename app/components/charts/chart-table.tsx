import { ScrollRegion } from '../scroll-region.tsx';
import { chartTableModel } from './chart-table-model.ts';
import type { Chart, ChartView } from './chart-types.ts';

export function ChartTable({ chart, view }: { chart: Chart; view: ChartView }) {
  const { keyColumns, valueColumns, rows } = chartTableModel(chart, view);
  const captionId = `${chart.id}-caption`;
  return (
    <ScrollRegion labelledBy={`${chart.id}-heading ${captionId}`}>
      <table className="table">
        <caption id={captionId}>{chart.subtitle}</caption>
        <thead>
          <tr>
            {keyColumns.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
            {valueColumns.map((label, index) => (
              <th key={index} scope="col" className="numeric">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {row.keys.map((key, index) => (
                <th key={index} scope="row">
                  {typeof key === 'string' ? key : key.text}
                </th>
              ))}
              {row.values === undefined ? (
                <td className="remark" colSpan={valueColumns.length}>
                  {row.remark}
                </td>
              ) : (
                row.values.map((value, index) => (
                  <td key={index} className="numeric">
                    {value.text}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
