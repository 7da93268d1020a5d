import { meanInterval } from '#analysis/groups/mean-interval.ts';
import type { IntervalChart, IntervalRow } from '../../components/charts/chart-types.ts';
import { drawnScale } from '../results/drawn-scale.ts';
import { scaleRange } from '../results/scale-range.ts';
import { numberCell } from './number-cell.ts';
import type { AnalysisReader } from './reader.server.ts';
import type { AnalysedStudy, AnalysisTable } from './study-analysis.ts';

export type GroupMean = { label: string; n: number; mean: number | null; sd: number | null };

function intervalOf({ n, mean, sd }: GroupMean): readonly [number, number] | null {
  return mean === null || sd === null ? null : meanInterval({ n, mean, sd });
}

/** n, mean, SD and interval of each group. */
export function meanTable(reader: AnalysisReader, groups: readonly GroupMean[]): AnalysisTable {
  const { say } = reader;
  return {
    id: 'means',
    title: say('knownGroups.means'),
    columns: [
      { key: 'group', label: say('column.group') },
      { key: 'n', label: say('column.n'), numeric: true },
      { key: 'mean', label: say('column.mean'), numeric: true },
      { key: 'sd', label: say('column.sd'), numeric: true },
      { key: 'low', label: say('column.low'), numeric: true },
      { key: 'high', label: say('column.high'), numeric: true },
    ],
    rows: groups.map((group) => {
      const interval = intervalOf(group);
      return {
        group: group.label,
        n: numberCell(reader, group.n, 0),
        mean: numberCell(reader, group.mean, 2),
        sd: numberCell(reader, group.sd, 2),
        low: numberCell(reader, interval?.[0], 2),
        high: numberCell(reader, interval?.[1], 2),
      };
    }),
  };
}

type Words = { scale: string; scaleId: string; dimension: string; title: string; sentence: string };

/** The same as a picture, in the order of the groups. */
export function meanChart(
  reader: AnalysisReader,
  { instrument }: AnalysedStudy['study'],
  groups: readonly GroupMean[],
  words: Words,
): IntervalChart[] {
  const scale = instrument.scales.find(({ id }) => id === words.scaleId);
  if (!scale) return [];
  const { say, t } = reader;
  const rows = groups.map((group): IntervalRow => {
    const interval = intervalOf(group);
    if (!interval || group.mean === null) {
      return { label: group.label, suppressed: t('notEstimable.too-few-respondents') };
    }
    const [low, high] = interval;
    return { label: group.label, estimate: group.mean, low, high, n: group.n };
  });
  const estimated = rows.flatMap((row) => (row.suppressed === undefined ? [row] : []));
  const drawn = drawnScale(reader, scaleRange(instrument, scale), estimated);
  return [
    {
      kind: 'interval',
      id: 'group-means',
      title: words.title,
      subtitle: say('knownGroups.subtitle', {
        ...{ scale: words.scale, dimension: words.dimension, drawn: drawn.remark },
      }),
      sentence: words.sentence,
      notMeaning: say('knownGroups.notMeaning'),
      rowHeading: words.dimension,
      scale: drawn.scale,
      rows,
    },
  ];
}
