import type { NumberOfFactors } from '#analysis/psychometrics/exploratory/count-factors.ts';
import { numberCell } from '../number-cell.ts';
import type { AnalysisReader } from '../reader.server.ts';
import type { AnalysisTable } from '../study-analysis.ts';

/** What each component carries, beside what it would among items that have nothing in common. */
export function eigenvalueTable(
  reader: AnalysisReader,
  { parallel: { components }, items }: NumberOfFactors,
): AnalysisTable {
  const { say } = reader;
  const observed = Array.from(components.observed);
  const at = (values: ArrayLike<number>, index: number) => numberCell(reader, values[index], 3);
  return {
    id: 'eigenvalues',
    title: say('dimensions.eigenvalues'),
    columns: [
      { key: 'component', label: say('dimensions.component'), numeric: true },
      { key: 'observed', label: say('dimensions.observed'), numeric: true },
      { key: 'share', label: say('dimensions.varianceShare'), numeric: true },
      { key: 'mean', label: say('dimensions.randomMean'), numeric: true },
      { key: 'sd', label: say('dimensions.randomSd'), numeric: true },
      { key: 'percentile', label: say('dimensions.randomPercentile'), numeric: true },
    ],
    rows: observed.map((value, index) => ({
      component: numberCell(reader, index + 1, 0),
      observed: at(observed, index),
      share: {
        text: reader.percent((100 * value) / items.length),
        value: value / items.length,
      },
      mean: at(components.mean, index),
      sd: at(components.sd, index),
      percentile: at(components.percentile95, index),
    })),
  };
}
