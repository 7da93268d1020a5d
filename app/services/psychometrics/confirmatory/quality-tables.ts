import { numberCell } from '../number-cell.ts';
import type { AnalysisReader } from '../reader.server.ts';
import type { AnalysisTable } from '../study-analysis.ts';
import type { FittedModel } from './fitted-model.ts';
import type { ModelWords } from './model-words.ts';

/** Convergent validity of each factor; how distinct factors are from each other. */
export function qualityTables(
  reader: AnalysisReader,
  { quality, htmt }: FittedModel,
  { factorTitle }: ModelWords,
): AnalysisTable[] {
  const { say } = reader;
  const number = (value: number | undefined) => numberCell(reader, value, 3);
  const distinct = (isDistinct: boolean | null) =>
    isDistinct === null ? '–' : say(isDistinct ? 'confirmatory.met' : 'confirmatory.notMet');
  const convergent: AnalysisTable = {
    id: 'convergent',
    title: say('confirmatory.convergent'),
    columns: [
      { key: 'factor', label: say('factors.factor') },
      { key: 'items', label: say('confirmatory.items'), numeric: true },
      { key: 'ave', label: say('confirmatory.ave'), numeric: true },
      { key: 'cr', label: say('confirmatory.cr'), numeric: true },
      { key: 'omega', label: say('confirmatory.omega'), numeric: true },
      { key: 'distinct', label: say('confirmatory.fornellLarcker') },
    ],
    rows: quality.map((factor) => ({
      factor: factorTitle(factor.factor),
      items: numberCell(reader, factor.items.length, 0),
      ave: number(factor.averageVariance),
      cr: number(factor.compositeReliability),
      omega: number(factor.omega),
      distinct: distinct(factor.isDistinct),
    })),
    notes: [say('confirmatory.convergentNote')],
  };
  if (!htmt) return [convergent];
  const { factors, values } = htmt;
  return [
    convergent,
    {
      id: 'htmt',
      title: say('confirmatory.htmt'),
      columns: [
        { key: 'factor', label: say('factors.factor') },
        ...factors.map((key) => ({ key: `f ${key}`, label: factorTitle(key), numeric: true })),
      ],
      rows: factors.map((factor, row) => ({
        factor: factorTitle(factor),
        ...Object.fromEntries(
          factors.map((key, column) => [`f ${key}`, number(values[row]?.[column])]),
        ),
      })),
      notes: [say('confirmatory.htmtNote')],
    },
  ];
}
