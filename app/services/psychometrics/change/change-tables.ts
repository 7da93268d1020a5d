import { adjustPValues } from '#analysis/groups/adjust-p-values.ts';
import { effectRow, testRow } from '../effect-row.ts';
import { numberCell } from '../number-cell.ts';
import { pCell } from '../p-cell.ts';
import type { AnalysisReader } from '../reader.server.ts';
import type { AnalysisTable, Cell } from '../study-analysis.ts';
import type { ChangeReport, ScaleChange } from './scale-changes.ts';

export type Compared = { id: string; title: string; report: ChangeReport };

export const compared = (scales: readonly ScaleChange[]): Compared[] =>
  scales.flatMap(({ id, title, report }) => (report ? [{ id, title, report }] : []));

/** R takes the exact one under the same conditions. */
const rankP = ({ pExact, pCorrected }: ChangeReport['wilcoxonSignedRank']) => pExact ?? pCorrected;

/** By scale, p of both tests, each adjusted over the scales. */
export function holmOf(scales: readonly Compared[]): Map<string, { t: number; ranks: number }> {
  const t = adjustPValues(
    scales.map(({ report }) => report.pairedT.p),
    'holm',
  );
  const ranks = adjustPValues(
    scales.map(({ report }) => rankP(report.wilcoxonSignedRank)),
    'holm',
  );
  return new Map(scales.map(({ id }, at) => [id, { t: t[at] ?? NaN, ranks: ranks[at] ?? NaN }]));
}

/** Pairs, means at both times, and the change with its interval; of other scales why there is none. */
export function changeTable(reader: AnalysisReader, scales: readonly ScaleChange[]): AnalysisTable {
  const { say, t } = reader;
  const number = (value: number | null | undefined) => numberCell(reader, value, 2);
  const signed = (value: number): Cell => ({ text: reader.signed(value, 2), value });
  return {
    id: 'change',
    title: say('change.means'),
    columns: [
      { key: 'scale', label: say('field.scale') },
      { key: 'n', label: say('change.column.pairs'), numeric: true },
      { key: 'before', label: t('change.before'), numeric: true },
      { key: 'sdBefore', label: say('change.column.sdBefore'), numeric: true },
      { key: 'after', label: t('change.after'), numeric: true },
      { key: 'sdAfter', label: say('change.column.sdAfter'), numeric: true },
      { key: 'change', label: t('change.mean'), numeric: true },
      { key: 'low', label: say('column.low'), numeric: true },
      { key: 'high', label: say('column.high'), numeric: true },
      { key: 'sd', label: t('change.sd'), numeric: true },
      { key: 'r', label: say('change.column.correlation'), numeric: true },
    ],
    rows: scales.map(({ title, report, why }): Record<string, Cell> => {
      if (!report) return { scale: title, n: why };
      const { n, pairedT, correlation } = report;
      const { meanBefore, meanAfter, meanChange, sdBefore, sdAfter, sdChange, interval } = pairedT;
      return {
        ...{ scale: title, n: numberCell(reader, n, 0) },
        ...{ before: number(meanBefore), sdBefore: number(sdBefore) },
        ...{ after: number(meanAfter), sdAfter: number(sdAfter) },
        ...{ change: signed(meanChange), low: signed(interval[0]), high: signed(interval[1]) },
        ...{ sd: number(sdChange), r: number(correlation) },
      };
    }),
  };
}

/** Paired t and signed ranks of every scale, p as it is and after Holm. */
export function changeTests(reader: AnalysisReader, scales: readonly Compared[]): AnalysisTable {
  const { say } = reader;
  const holm = holmOf(scales);
  return {
    id: 'tests',
    title: say('knownGroups.tests'),
    columns: [
      { key: 'scale', label: say('field.scale') },
      { key: 'name', label: say('column.test') },
      { key: 'statistic', label: say('column.statistic'), numeric: true },
      { key: 'df', label: say('column.df'), numeric: true },
      { key: 'p', label: say('column.p'), numeric: true },
      { key: 'holm', label: say('column.holm'), numeric: true },
    ],
    rows: scales.flatMap(({ id, title, report: { pairedT, wilcoxonSignedRank } }) => [
      {
        scale: title,
        ...testRow(reader, say('change.test.t'), {
          ...{ statistic: pairedT.t, df: reader.number(pairedT.degreesOfFreedom, 0), p: pairedT.p },
        }),
        holm: pCell(reader, holm.get(id)?.t),
      },
      {
        scale: title,
        ...testRow(reader, say('change.test.wilcoxon'), {
          ...{ statistic: wilcoxonSignedRank.v, df: '–', p: rankP(wilcoxonSignedRank) },
        }),
        holm: pCell(reader, holm.get(id)?.ranks),
      },
    ]),
    notes: [say('change.holmNote')],
  };
}

/** Standardised sizes of the change, each by its name. */
export function changeEffects(reader: AnalysisReader, scales: readonly Compared[]): AnalysisTable {
  const { say } = reader;
  return {
    id: 'effects',
    title: say('knownGroups.effects'),
    columns: [
      { key: 'scale', label: say('field.scale') },
      { key: 'name', label: say('column.effect') },
      { key: 'value', label: say('column.value'), numeric: true },
      { key: 'low', label: say('column.low'), numeric: true },
      { key: 'high', label: say('column.high'), numeric: true },
    ],
    rows: scales.flatMap(({ title, report: { effectSizes, wilcoxonSignedRank } }) => {
      const { cohensDz, hedgesGz, dAv: value, dAvInterval: interval } = effectSizes;
      return [
        { scale: title, ...effectRow(reader, say('change.effect.dz'), cohensDz) },
        { scale: title, ...effectRow(reader, say('change.effect.gz'), hedgesGz) },
        { scale: title, ...effectRow(reader, say('change.effect.dav'), { value, interval }) },
        {
          scale: title,
          ...effectRow(
            reader,
            say('knownGroups.effect.rankBiserial'),
            wilcoxonSignedRank.rankBiserial,
          ),
        },
      ];
    }),
    notes: [say('change.effectNote')],
  };
}
