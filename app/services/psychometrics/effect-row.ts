import type { Interval } from '#analysis/estimate.ts';
import { numberCell } from './number-cell.ts';
import { pCell } from './p-cell.ts';
import type { AnalysisReader } from './reader.server.ts';
import type { AnalysisTable, Cell } from './study-analysis.ts';

type Row = Readonly<Record<string, Cell>>;

/** A test as papers write it: statistic, degrees of freedom, p. */
export function testRow(
  reader: AnalysisReader,
  name: string,
  test: { statistic: number; df: string; p: number },
): Row {
  return {
    name,
    statistic: numberCell(reader, test.statistic, 2),
    df: test.df,
    p: pCell(reader, test.p),
  };
}

export function testTable({ say }: AnalysisReader, rows: readonly Row[]): AnalysisTable {
  return {
    id: 'tests',
    title: say('knownGroups.tests'),
    columns: [
      { key: 'name', label: say('column.test') },
      { key: 'statistic', label: say('column.statistic'), numeric: true },
      { key: 'df', label: say('column.df'), numeric: true },
      { key: 'p', label: say('column.p'), numeric: true },
    ],
    rows,
  };
}

export function effectRow(
  reader: AnalysisReader,
  name: string,
  effect: { value: number; interval?: Interval | undefined },
): Row {
  return {
    name,
    value: numberCell(reader, effect.value, 3),
    low: numberCell(reader, effect.interval?.[0], 3),
    high: numberCell(reader, effect.interval?.[1], 3),
  };
}

export function effectTable({ say }: AnalysisReader, rows: readonly Row[]): AnalysisTable {
  return {
    id: 'effects',
    title: say('knownGroups.effects'),
    columns: [
      { key: 'name', label: say('column.effect') },
      { key: 'value', label: say('column.value'), numeric: true },
      { key: 'low', label: say('column.low'), numeric: true },
      { key: 'high', label: say('column.high'), numeric: true },
    ],
    rows,
  };
}
