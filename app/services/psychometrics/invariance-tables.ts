import type { InvarianceVerdict } from '#analysis/models/invariance/judge-invariance.ts';
import { levelLabel } from '../results/wording.ts';
import { citationOf } from './comparability-words.ts';
import type { InvarianceReading } from './invariance-reading.ts';
import { numberCell } from './number-cell.ts';
import { pCell } from './p-cell.ts';
import type { AnalysisReader } from './reader.server.ts';
import type { AnalysedStudy, AnalysisTable, Cell } from './study-analysis.ts';

const wholeCell = (reader: AnalysisReader, value: number) => numberCell(reader, value, 0);

/** Fit of each step. */
export function fitTable(reader: AnalysisReader, reading: InvarianceReading): AnalysisTable {
  const { say } = reader;
  const cell = (value: number | null | undefined) => numberCell(reader, value, 3);
  return {
    id: `fit-${reading.items}`,
    title: say(`invariance.fit.${reading.items}`),
    columns: [
      { key: 'model', label: say('invariance.column.model') },
      { key: 'chiSquare', label: 'χ²', numeric: true },
      { key: 'df', label: say('column.df'), numeric: true },
      { key: 'p', label: say('column.p'), numeric: true },
      { key: 'cfi', label: 'CFI', numeric: true },
      { key: 'tli', label: 'TLI', numeric: true },
      { key: 'rmsea', label: 'RMSEA', numeric: true },
      { key: 'low', label: say('invariance.column.rmseaLow'), numeric: true },
      { key: 'high', label: say('invariance.column.rmseaHigh'), numeric: true },
      { key: 'srmr', label: 'SRMR', numeric: true },
    ],
    rows: reading.steps.map(({ level, test, fit }) => ({
      model: say(`invariance.level.${level}`),
      chiSquare: numberCell(reader, test.chiSquare, 2),
      df: wholeCell(reader, test.degreesOfFreedom),
      p: pCell(reader, test.p),
      cfi: cell(fit.cfi),
      tli: cell(fit.tli),
      rmsea: cell(fit.rmsea?.estimate),
      low: cell(fit.rmsea?.lower),
      high: cell(fit.rmsea?.upper),
      srmr: cell(fit.srmr),
    })),
    notes: [say(`invariance.fitNote.${reading.items}`)],
  };
}

function verdictCell(
  { say }: AnalysisReader,
  verdicts: readonly InvarianceVerdict[],
  name: string,
) {
  const found = verdicts.find(({ cutoff }) => cutoff === name);
  return found ? say(`invariance.verdict.${found.verdict}`) : '–';
}

/** What each further equality costs, and what the named cut-offs say of it. */
export function changeTable(reader: AnalysisReader, reading: InvarianceReading): AnalysisTable {
  const { say } = reader;
  const names = [
    ...new Set(reading.steps.flatMap(({ verdicts }) => verdicts.map((v) => v.cutoff))),
  ];
  const signed = (value: number | null | undefined): Cell =>
    value === null || value === undefined ? '–' : { text: reader.signed(value, 3), value };
  return {
    id: `changes-${reading.items}`,
    title: say(`invariance.changes.${reading.items}`),
    columns: [
      { key: 'model', label: say('invariance.column.step') },
      { key: 'chiSquare', label: 'Δχ²', numeric: true },
      { key: 'df', label: say('invariance.column.deltaDf'), numeric: true },
      { key: 'p', label: say('column.p'), numeric: true },
      { key: 'cfi', label: 'ΔCFI', numeric: true },
      { key: 'rmsea', label: 'ΔRMSEA', numeric: true },
      { key: 'srmr', label: 'ΔSRMR', numeric: true },
      ...names.map((name) => ({ key: name, label: citationOf(name) })),
    ],
    rows: reading.steps.slice(1).map(({ level, nested, change, verdicts }) => ({
      model: say(`invariance.level.${level}`),
      chiSquare: numberCell(reader, nested?.chiSquare, 2),
      df: numberCell(reader, nested?.degreesOfFreedom, 0),
      p: pCell(reader, nested?.p),
      cfi: signed(change?.cfi),
      rmsea: signed(change?.rmsea),
      srmr: signed(change?.srmr),
      ...Object.fromEntries(names.map((name) => [name, verdictCell(reader, verdicts, name)])),
    })),
    notes: [say('invariance.verdictNote')],
  };
}

/** How many complete answers each group has. */
export function groupTable(
  reader: AnalysisReader,
  study: AnalysedStudy['study'],
  { groups }: InvarianceReading,
  dimension: string,
): AnalysisTable {
  return {
    id: 'groups',
    title: reader.say('invariance.groups'),
    columns: [
      { key: 'group', label: reader.say('column.group') },
      { key: 'n', label: reader.say('column.complete'), numeric: true },
    ],
    rows: groups.map(({ level, n }) => ({
      group: levelLabel(reader, study, dimension, level),
      n: wholeCell(reader, n),
    })),
  };
}
