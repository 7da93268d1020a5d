import { numberCell } from '../number-cell.ts';
import type { AnalysisTable, Shown } from '../study-analysis.ts';
import type { FittedModel } from './fitted-model.ts';
import type { ModelWords } from './model-words.ts';
import { labelOf } from './parameter-tables.ts';

const shownIndices = 10;

/** What the model leaves out and would fit better with, the largest first. */
export function modificationTable(
  shown: Shown<unknown>,
  { modifications }: FittedModel,
  words: ModelWords,
): AnalysisTable[] {
  const { reader } = shown;
  const { say } = reader;
  const label = labelOf(shown, words);
  const rows = modifications.slice(0, shownIndices);
  if (rows.length === 0) return [];
  return [
    {
      id: 'modification',
      title: say('confirmatory.modification'),
      columns: [
        { key: 'from', label: say('confirmatory.leftOut.from') },
        { key: 'to', label: say('confirmatory.leftOut.to') },
        { key: 'text', label: say('confirmatory.leftOut.text') },
        { key: 'index', label: say('confirmatory.modificationIndex'), numeric: true },
        { key: 'change', label: say('confirmatory.expectedChange'), numeric: true },
      ],
      rows: rows.map(({ lhs, op, rhs, index, expectedChange }) => ({
        from: label(lhs),
        to: label(rhs),
        text: `${lhs} ${op} ${rhs}`,
        index: numberCell(reader, index, 2),
        change: numberCell(reader, expectedChange, 3),
      })),
      notes: [say('confirmatory.modificationNote')],
    },
  ];
}
