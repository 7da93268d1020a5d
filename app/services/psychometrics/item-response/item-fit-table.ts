import { itemStem } from '../item-stem.ts';
import { numberCell } from '../number-cell.ts';
import { pCell } from '../p-cell.ts';
import type { AnalysisTable, Shown } from '../study-analysis.ts';
import type { ResponseReport } from './item-response.ts';

/** Whether the answers to each item follow its curves; none where no item could be tested. */
export function itemFitTable(
  { reader, analysed }: Shown<unknown>,
  { items, itemFit }: ResponseReport,
): AnalysisTable[] {
  const { say, t } = reader;
  const refused = itemFit.flatMap((found) => (found.ok ? [] : [found.reason]));
  if (refused.length === itemFit.length) return [];
  const table = {
    id: 'item-fit',
    title: say('itemResponse.itemFit'),
    columns: [
      { key: 'item', label: say('column.item') },
      { key: 'chiSquare', label: say('itemResponse.sx2'), numeric: true },
      { key: 'df', label: say('itemResponse.measure.df'), numeric: true },
      { key: 'p', label: say('column.p'), numeric: true },
      { key: 'rmsea', label: say('itemResponse.measure.rmsea'), numeric: true },
    ],
    rows: items.map(({ item }, index) => {
      const found = itemFit[index];
      const known = found?.ok ? found : undefined;
      return {
        item: itemStem(reader, analysed.study.instrument, item),
        chiSquare: numberCell(reader, known?.chiSquare, 2),
        df: numberCell(reader, known?.degreesOfFreedom, 0),
        p: pCell(reader, known?.p),
        rmsea: numberCell(reader, known?.rmsea, 3),
      };
    }),
    notes: [
      say('itemResponse.itemFitNote'),
      ...[...new Set(refused)].map((reason) =>
        say('itemResponse.noFit', { reason: t(`notEstimable.${reason}`) }),
      ),
    ],
  };
  return [table];
}
