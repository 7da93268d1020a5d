import type { InvarianceReport } from '#analysis/models/measurement-invariance.ts';
import { groupLabel } from './group-params.ts';
import { numberCell } from './number-cell.ts';
import type { AnalysisReader } from './reader.server.ts';
import type { AnalysedStudy, AnalysisTable } from './study-analysis.ts';

/** Means of factors, free of measurement error, against the first group; with equal intercepts alone. */
export function latentMeanTable(
  reader: AnalysisReader,
  study: AnalysedStudy['study'],
  report: Extract<InvarianceReport, { ok: true }>,
  dimension: string,
): AnalysisTable | null {
  const { say } = reader;
  const later = report.latentMeans.filter(({ group }) => group > 0);
  if (later.length === 0) return null;
  const label = (group: number) =>
    groupLabel(reader, study, dimension, report.groups[group]?.level ?? '');
  return {
    id: 'means',
    title: say('invariance.means', { group: label(0) }),
    columns: [
      { key: 'group', label: say('column.group') },
      { key: 'factor', label: say('invariance.column.factor') },
      { key: 'value', label: say('column.difference'), numeric: true },
      { key: 'low', label: say('column.low'), numeric: true },
      { key: 'high', label: say('column.high'), numeric: true },
    ],
    rows: later.map(({ lhs, group, estimate, lower, upper }) => ({
      group: label(group),
      factor: lhs.replace('factor.', ''),
      value: numberCell(reader, estimate, 3),
      low: numberCell(reader, lower, 3),
      high: numberCell(reader, upper, 3),
    })),
    notes: [say('invariance.meansNote', { group: label(0) })],
  };
}
