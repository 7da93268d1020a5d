import { itemStem } from '../item-stem.ts';
import { numberCell } from '../number-cell.ts';
import { pCell } from '../p-cell.ts';
import type { AnalysisTable, Shown } from '../study-analysis.ts';
import type { FittedModel, FittedParameter } from './fitted-model.ts';
import type { ModelWords } from './model-words.ts';

const values = ['standardised', 'standardisedError', 'p', 'estimate', 'standardError'] as const;

/** Names of items and factors as a reader knows them. */
export function labelOf({ reader, analysed }: Shown<unknown>, words: ModelWords) {
  return (name: string) => {
    const item = words.itemOf(name);
    if (item === undefined) return words.factorTitle(name);
    return itemStem(reader, analysed.study.instrument, item);
  };
}

function parameterTable(
  shown: Shown<unknown>,
  id: 'loadings' | 'correlations',
  rows: readonly FittedParameter[],
  label: (name: string) => string,
): AnalysisTable[] {
  const { reader } = shown;
  const { say } = reader;
  if (rows.length === 0) return [];
  const number = (value: number | null) => numberCell(reader, value, 3);
  return [
    {
      id,
      title: say(`confirmatory.${id}`),
      columns: [
        { key: 'from', label: say(`confirmatory.column.${id}.from`) },
        { key: 'to', label: say(`confirmatory.column.${id}.to`) },
        ...values.map((key) => ({ key, label: say(`confirmatory.column.${key}`), numeric: true })),
      ],
      rows: rows.map((row) => ({
        from: label(row.op === '~' ? row.rhs : row.lhs),
        to: label(row.op === '~' ? row.lhs : row.rhs),
        standardised: number(row.standardised),
        standardisedError: number(row.isFree ? row.standardisedError : null),
        p: pCell(reader, row.p),
        estimate: number(row.estimate),
        standardError: number(row.isFree ? row.standardError : null),
      })),
      notes: [say('confirmatory.parameterNote')],
    },
  ];
}

/** Loadings and paths between factors; correlations of factors and of what items share besides. */
export function parameterTables(
  shown: Shown<unknown>,
  { parameters }: FittedModel,
  words: ModelWords,
): AnalysisTable[] {
  const label = labelOf(shown, words);
  const loadings = parameters.filter(({ op }) => op === '=~' || op === '~');
  const correlations = parameters.filter(({ lhs, op, rhs }) => op === '~~' && lhs !== rhs);
  return [
    ...parameterTable(shown, 'loadings', loadings, label),
    ...parameterTable(shown, 'correlations', correlations, label),
  ];
}
