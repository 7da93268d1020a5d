import { itemStem } from '../item-stem.ts';
import { numberCell } from '../number-cell.ts';
import type { AnalysisTable, Cell, Shown } from '../study-analysis.ts';
import type { ResponseReport } from './item-response.ts';

/** Slopes a and thresholds b with their standard errors. */
export function parameterTable(
  { reader, analysed }: Shown<unknown>,
  { items }: ResponseReport,
): AnalysisTable {
  const { say } = reader;
  const most = Math.max(...items.map(({ thresholds }) => thresholds.length));
  const steps = Array.from({ length: most }, (_, step) => step);
  const number = (value: number | undefined) => numberCell(reader, value, 2);
  const pair = (key: string, label: string) => [
    { key, label, numeric: true },
    {
      key: `${key}-error`,
      label: say('itemResponse.errorOf', { parameter: label }),
      numeric: true,
    },
  ];
  const cells = (
    key: string,
    value: { estimate: number; standardError?: number } | undefined,
  ): [string, Cell][] => [
    [key, number(value?.estimate)],
    [`${key}-error`, number(value?.standardError)],
  ];
  return {
    id: 'parameters',
    title: say('itemResponse.parameters'),
    columns: [
      { key: 'item', label: say('column.item') },
      ...pair('a', 'a'),
      ...steps.flatMap((step) => pair(`b${step + 1}`, `b${step + 1}`)),
      { key: 'loading', label: say('itemResponse.loading'), numeric: true },
    ],
    rows: items.map(({ item, slope, thresholds, standardisedLoading }) => ({
      item: itemStem(reader, analysed.study.instrument, item),
      ...Object.fromEntries([
        ...cells('a', slope),
        ...steps.flatMap((step) => cells(`b${step + 1}`, thresholds[step])),
      ]),
      loading: number(standardisedLoading),
    })),
    notes: [say('itemResponse.parameterNote')],
  };
}
