import type { NumberOfFactors } from '#analysis/psychometrics/exploratory/count-factors.ts';
import { numberCell } from '../number-cell.ts';
import { pCell } from '../p-cell.ts';
import type { AnalysisReader } from '../reader.server.ts';
import type { AnalysisTable } from '../study-analysis.ts';

const columns = [
  'simple1',
  'simple2',
  'map',
  'mapFourth',
  'chiSquare',
  'df',
  'p',
  'rmsea',
  'tli',
  'bic',
  'rmsr',
] as const;

/** How well 1, 2, … factors reproduce the correlations. */
export function candidateTable(
  reader: AnalysisReader,
  { candidates, map }: NumberOfFactors,
): AnalysisTable {
  const { say } = reader;
  const number = (value: number | undefined) => numberCell(reader, value, 3);
  return {
    id: 'candidates',
    title: say('dimensions.candidates'),
    columns: [
      { key: 'factors', label: say('dimensions.factors'), numeric: true },
      ...columns.map((key) => ({ key, label: say(`dimensions.column.${key}`), numeric: true })),
    ],
    rows: candidates.map(({ factors, simplicity1, simplicity2, fit }) => ({
      factors: numberCell(reader, factors, 0),
      simple1: number(simplicity1),
      simple2: number(simplicity2),
      map: number(map.squared[factors]),
      mapFourth: number(map.fourth[factors]),
      chiSquare: numberCell(reader, fit.chiSquare, 2),
      df: numberCell(reader, fit.degreesOfFreedom, 0),
      p: pCell(reader, fit.p),
      rmsea: number(fit.rmsea),
      tli: number(fit.tli),
      bic: numberCell(reader, fit.bic, 1),
      rmsr: number(fit.rmsr),
    })),
    notes: [say('dimensions.candidatesNote')],
  };
}
