import type { DifReport } from '#analysis/dif/report-dif.ts';
import { itemStem } from './item-stem.ts';
import { numberCell } from './number-cell.ts';
import { pCell } from './p-cell.ts';
import type { AnalysisReader } from './reader.server.ts';
import type { AnalysedStudy, AnalysisTable } from './study-analysis.ts';

/** Each item by ordinal logistic regression: tests, effect sizes, verdict. */
export function logisticTable(
  reader: AnalysisReader,
  study: AnalysedStudy['study'],
  { items }: DifReport,
): AnalysisTable {
  const { say, t } = reader;
  const cell = (value: number | null) => numberCell(reader, value, 3);
  return {
    id: 'items',
    title: say('itemFunctioning.items'),
    columns: [
      { key: 'item', label: say('column.item') },
      { key: 'verdict', label: say('column.verdict') },
      { key: 'anchor', label: say('itemFunctioning.column.anchor') },
      { key: 'uniform', label: say('itemFunctioning.column.uniform'), numeric: true },
      { key: 'nonUniform', label: say('itemFunctioning.column.nonUniform'), numeric: true },
      { key: 'total', label: say('itemFunctioning.column.total'), numeric: true },
      { key: 'holm', label: say('column.holm'), numeric: true },
      { key: 'mcFadden', label: say('itemFunctioning.column.mcFadden'), numeric: true },
      { key: 'nagelkerke', label: say('itemFunctioning.column.nagelkerke'), numeric: true },
      { key: 'odds', label: say('column.oddsRatio'), numeric: true },
      { key: 'low', label: say('column.low'), numeric: true },
      { key: 'high', label: say('column.high'), numeric: true },
    ],
    rows: items.map(({ item, isAnchor, ordinalLogistic: found }) => {
      const head = {
        item: itemStem(reader, study.instrument, item),
        anchor: say(isAnchor ? 'yes' : 'no'),
      };
      if (!found.ok) return { ...head, verdict: t(`notEstimable.${found.reason}`) };
      return {
        ...head,
        uniform: pCell(reader, found.uniform.p),
        nonUniform: pCell(reader, found.nonUniform.p),
        total: numberCell(reader, found.total.chiSquare, 2),
        holm: pCell(reader, found.holmP),
        mcFadden: cell(found.deltaMcFadden.total),
        nagelkerke: cell(found.deltaNagelkerke.total),
        odds: numberCell(reader, found.oddsRatio, 2),
        low: numberCell(reader, found.oddsRatioInterval[0], 2),
        high: numberCell(reader, found.oddsRatioInterval[1], 2),
        verdict: say(`itemFunctioning.size.${found.verdict.size}`),
      };
    }),
    notes: [say('itemFunctioning.itemsNote')],
  };
}

/** The same question by graded response models with the same anchors. */
export function gradedTable(
  reader: AnalysisReader,
  study: AnalysedStudy['study'],
  { gradedResponse }: DifReport,
): AnalysisTable | null {
  const { say, t } = reader;
  if (!gradedResponse || !('items' in gradedResponse)) return null;
  return {
    id: 'graded',
    title: say('itemFunctioning.graded'),
    columns: [
      { key: 'item', label: say('column.item') },
      { key: 'chiSquare', label: 'χ²', numeric: true },
      { key: 'df', label: say('column.df'), numeric: true },
      { key: 'p', label: say('column.p'), numeric: true },
      { key: 'holm', label: say('column.holm'), numeric: true },
      { key: 'difference', label: say('itemFunctioning.column.expected'), numeric: true },
    ],
    rows: gradedResponse.items.map(({ item, test }) => {
      const name = { item: itemStem(reader, study.instrument, item) };
      if (!test.ok) return { ...name, chiSquare: t(`notEstimable.${test.reason}`) };
      return {
        ...name,
        chiSquare: numberCell(reader, test.chiSquare, 2),
        df: numberCell(reader, test.degreesOfFreedom, 0),
        p: pCell(reader, test.p),
        holm: pCell(reader, test.holmP),
        difference: numberCell(reader, test.expectedScoreDifference, 3),
      };
    }),
    notes: [say('itemFunctioning.gradedNote')],
  };
}
