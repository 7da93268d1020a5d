import type { SubgroupVerdict } from '#analysis/monitoring/subgroups/subgroup-verdict.ts';
import type { IntervalChart, IntervalRow } from '../../components/charts/chart-types.ts';
import { addDays } from '../../days.ts';
import { listIn } from '../../i18n/isolate.ts';
import { isShownDifference, type GroupComparison, type GroupRow } from './evaluate-groups.ts';
import { levelWords } from './group-levels.ts';
import { dimensionName, groupName, waitingText } from './metric-words.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import { inUnit } from './value-words.ts';

/** A row as a page has it: what is hidden is not there. */
export type ShownRow = {
  level: string;
  isHidden: boolean;
  isReference: boolean;
  n: number | null;
  value: number | null;
  interval: readonly [number, number] | null;
  pooled: number | null;
  difference: number | null;
  differenceInterval: readonly [number, number] | null;
  verdict: SubgroupVerdict['verdict'] | null;
  /** Of no difference at all, adjusted for the groups whose differences are shown. */
  pAdjusted: number | null;
  /** Cases it takes to tell; they would say how large a hidden difference is. */
  needed: number | null;
};

export type ShownGroups = {
  dimension: string;
  name: string;
  /** In words: a group, or everybody else. */
  against: string;
  margin: number;
  rows: ShownRow[];
  /** Up to when they are added up, and why no further; empty where nothing waits. */
  waiting: string;
  /** Gaps that do not hold once it is taken into account how many groups were compared; empty without any. */
  notHeld: string;
  chart: IntervalChart | null;
};

/** A row without what must not leave the server, as audits keep it: each group by itself. */
export function keptRow(comparison: GroupComparison, row: GroupRow): Omit<ShownRow, 'pAdjusted'> {
  const { level, isHidden, verdict } = row;
  const isShown = isShownDifference(comparison, row);
  return {
    ...{ level, isHidden, isReference: verdict === null },
    n: isHidden ? null : Math.round(row.n),
    value: isHidden ? null : row.value,
    interval: isHidden ? null : row.interval,
    pooled: isHidden ? null : row.pooled,
    difference: isShown ? (verdict?.difference ?? null) : null,
    differenceInterval: isShown ? (verdict?.interval ?? null) : null,
    verdict: verdict?.verdict ?? null,
    needed: isShown ? (verdict?.needed ?? null) : null,
  };
}

/** What is found of all groups together. */
function findingOf(
  { t, metrics, language }: MonitoringReader,
  name: string,
  rows: readonly ShownRow[],
) {
  const of = (verdict: ShownRow['verdict']) =>
    listIn(
      language,
      rows.filter((row) => row.verdict === verdict).map(({ level }) => levelWords(metrics, level)),
    );
  const [gaps, unknown] = [of('gap'), of('cannot-tell')];
  if (gaps !== '') return t('group.findingGap', { name, groups: gaps });
  if (unknown !== '') return t('group.findingUnknown', { name, groups: unknown });
  return t('group.findingNone', { name });
}

/** A gap beside which as clear a difference would come by chance among so many groups. */
function notHeldText(
  { t, metrics, language }: MonitoringReader,
  rows: readonly ShownRow[],
): string {
  const groups = rows
    .filter(({ verdict, pAdjusted }) => verdict === 'gap' && (pAdjusted ?? 0) > 0.05)
    .map(({ level }) => levelWords(metrics, level));
  return groups.length === 0 ? '' : t('group.notHeld', { groups: listIn(language, groups) });
}

const percentagePoints = 100;

const referenceWords = (
  reader: MonitoringReader,
  { dimension, reference }: Pick<GroupComparison, 'dimension' | 'reference'>,
) =>
  reference === ''
    ? reader.t('group.everybodyElse')
    : groupName(reader, { dimension, level: reference });

/** Differences from the reference with their intervals, over the band in which they do not matter. */
function chartOf(
  reader: MonitoringReader,
  { id, comparison, rows }: { id: string; comparison: GroupComparison; rows: readonly ShownRow[] },
): IntervalChart | null {
  const { t } = reader;
  const { dimension, from, to } = comparison;
  const margin = comparison.margin * percentagePoints;
  const compared = rows.filter(({ isReference }) => !isReference);
  const drawn = compared.map(({ level, n, difference, differenceInterval }) => {
    const label = levelWords(reader.metrics, level);
    if (n === null) return { label, suppressed: t('group.hidden') };
    if (n === 0) return { label, suppressed: t('group.nobody') };
    if (difference === null || differenceInterval === null) {
      return { label, suppressed: t('group.notCompared') };
    }
    const [low, high] = differenceInterval;
    return {
      ...{ label, n, estimate: difference * percentagePoints },
      ...{ low: low * percentagePoints, high: high * percentagePoints },
    };
  }) satisfies IntervalRow[];
  const ends = drawn.flatMap((row) => ('estimate' in row ? [row.low, row.high] : []));
  if (ends.length === 0) return null;
  const widest = Math.ceil(Math.max(margin * 1.5, ...ends.map(Math.abs)));
  const name = dimensionName(reader, dimension);
  const against = referenceWords(reader, comparison);
  const waiting = waitingText(reader, name, comparison);
  const inPoints = (heading: string) => inUnit(reader, heading, t('chart.points'));
  return {
    ...{ kind: 'interval', id, rows: drawn, rowHeading: t('group.level') },
    title: findingOf(reader, name, rows),
    subtitle: t('group.chartSubtitle', {
      ...{ reference: against, margin: reader.number(margin, 1) },
      ...{ from: reader.date(from), to: reader.date(addDays(to, -1)) },
    }),
    sentence: t('group.text', { reference: against, margin: reader.number(margin, 1) }),
    notMeaning: t('group.notMeaning'),
    notes: [t('group.incompatible'), notHeldText(reader, rows), waiting].filter(
      (note) => note !== '',
    ),
    headings: {
      estimate: inPoints(t('group.difference')),
      ...{ low: inPoints(t('chart.from')), high: inPoints(t('chart.to')) },
    },
    scale: {
      ...{ low: -widest, high: widest, decimals: 1 },
      ...{ lowLabel: t('group.lower'), highLabel: t('group.higher') },
    },
    band: { low: -margin, high: margin },
    reference: { label: t('group.noDifference'), value: 0 },
  };
}

/** Groups as a page shows them, with the figure. */
export function presentGroups(
  reader: MonitoringReader,
  metricId: string,
  comparison: GroupComparison,
): ShownGroups {
  const { dimension, margin } = comparison;
  const rows = comparison.rows.map((row): ShownRow => ({
    ...keptRow(comparison, row),
    pAdjusted: row.pAdjusted,
  }));
  const id = `groups-${dimension.replaceAll(/[^\w-]/gu, '-')}-${metricId.slice(0, 8)}`;
  return {
    ...{ dimension, margin, rows, name: dimensionName(reader, dimension) },
    waiting: waitingText(reader, dimensionName(reader, dimension), comparison),
    against: referenceWords(reader, comparison),
    notHeld: notHeldText(reader, rows),
    chart: chartOf(reader, { id, comparison, rows }),
  };
}
