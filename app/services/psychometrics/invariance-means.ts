import type { InvarianceReport } from '#analysis/models/measurement-invariance.ts';
import { levelLabel } from '../results/wording.ts';
import type { InvarianceParams } from './invariance-params.ts';
import { numberCell } from './number-cell.ts';
import { scaleModel } from './scale-model.ts';
import type { AnalysisTable, Shown } from './study-analysis.ts';

/** Means of factors, free of measurement error, against the first group; with equal intercepts alone. */
export function latentMeanTable(
  { reader, analysed: { study, scales }, params: { scale, by } }: Shown<InvarianceParams>,
  report: Extract<InvarianceReport, { ok: true }>,
): AnalysisTable | null {
  const { say } = reader;
  const later = report.latentMeans.filter(({ group }) => group > 0);
  if (later.length === 0) return null;
  const label = (group: number) =>
    levelLabel(reader, study, by?.id ?? '', report.groups[group]?.level ?? '');
  const { names, scaleIds } = scaleModel(study.instrument, scale);
  const titles = new Map(scales.map(({ id, title }) => [id, title]));
  const titleOf = (factor: string) => titles.get(scaleIds[names.indexOf(factor)] ?? '') ?? factor;
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
      factor: titleOf(lhs),
      value: numberCell(reader, estimate, 3),
      low: numberCell(reader, lower, 3),
      high: numberCell(reader, upper, 3),
    })),
    notes: [say('invariance.meansNote', { group: label(0) })],
  };
}
