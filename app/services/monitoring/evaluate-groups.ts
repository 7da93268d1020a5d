import { adjustPValues } from '#analysis/groups/adjust-p-values.ts';
import { wilsonInterval } from '#analysis/groups/wilson-interval.ts';
import { poolRates } from '#analysis/monitoring/subgroups/pool-rates.ts';
import {
  subgroupVerdict,
  type Share,
  type SubgroupVerdict,
} from '#analysis/monitoring/subgroups/subgroup-verdict.ts';
import { sumBy } from '#analysis/numeric/sum-by.ts';
import type { PlanSubgroup } from '#db/queries/monitoring-plan.server.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { uncountedIn } from './sent-cases.ts';
import { everybody, fewestShown, seriesOf } from './series.ts';
import { spanOf } from './span-of.ts';
import type { PeriodCells } from './steady-records.ts';
import { steadySpan, type Span } from './steady-span.ts';

export type GroupRow = Share & {
  level: string;
  value: number | null;
  interval: readonly [number, number] | null;
  /** Drawn towards the rate of all groups as far as its size asks for. */
  pooled: number | null;
  verdict: SubgroupVerdict | null;
  pAdjusted: number | null;
  /**
   * Too few cases to be shown, or none that the metric counts, or hidden so that another cannot be reckoned; never where
   * nothing was sent.
   */
  isHidden: boolean;
};

export type GroupComparison = {
  dimension: string;
  /** Empty: everybody else. */
  reference: string;
  margin: number;
  marginReportId: string | null;
  marginReason: string;
  /** First and last day of the periods that were added up; empty without any. */
  from: string;
  to: string;
  /** Which versions ran in them. */
  versions: string[];
  /** Newer numbers wait until they can be added without telling of a few. */
  isBehind: boolean;
  /** What stands in for everybody. */
  overall: Share;
  rows: GroupRow[];
};

const nobody: Share = { x: 0, n: 0 };
const sumOf = (shares: readonly Share[]): Share => ({
  x: sumBy(shares, ({ x }) => x),
  n: sumBy(shares, ({ n }) => n),
});
const less = (all: Share, part: Share): Share => ({
  ...{ x: Math.max(0, all.x - part.x), n: Math.max(0, all.n - part.n) },
});

/** What a period brings to each level, and to those whom no level names. */
const cellsOf =
  (metric: string, dimension: string, levels: readonly string[]): PeriodCells =>
  (records, today) => {
    const all = seriesOf(records, metric, everybody, today)[0];
    const named = levels.map((level) => seriesOf(records, metric, { dimension, level }, today)[0]);
    const points = [all, ...named].filter((point) => point !== undefined);
    if (points.length === 0 || points.some(({ maturity }) => maturity !== 'mature')) return null;
    const counted = levels.map((level, place) => {
      const point = named[place];
      const { x, n } = point && point.n > 0 ? point : nobody;
      const own = records.filter((one) => one.dimension === dimension && one.level === level);
      return { x, n, ...uncountedIn(n, own) };
    });
    return [...counted, all && all.n > 0 ? less(all, sumOf(counted)) : nobody];
  };

/** First and last day on which a level had cases. */
function daysOf(
  records: readonly WatchedRecord[],
  metric: string,
  today: string,
  groups: readonly { dimension: string; level: string }[],
) {
  const points = groups
    .flatMap((group) => seriesOf(records, metric, group, today))
    .filter(({ n }) => n > 0);
  return spanOf(points) ?? { from: '', to: '' };
}

/**
 * A metric over the groups of one dimension, each with its verdict against the named reference. Periods are
 * taken together, all or those of a span: looking every month until there is a verdict would find gaps of chance.
 */
export function compareGroups(
  history: readonly WatchedRecord[],
  metric: string,
  planned: Pick<
    PlanSubgroup,
    'dimension' | 'reference' | 'margin' | 'marginReportId' | 'marginReason'
  >,
  today: string,
  span?: Span,
): GroupComparison {
  const { dimension, reference, margin, marginReportId, marginReason } = planned;
  const own = history.filter((one) => one.dimension === dimension || one.dimension === '');
  const levels = [
    ...new Set(own.filter((one) => one.dimension === dimension).map(({ level }) => level)),
  ].sort();
  const cells = cellsOf(metric, dimension, levels);
  const steady = steadySpan(own, cells, today, span);
  const totals = levels.map((level, place) => ({
    ...{ level, ...(steady.totals[place] ?? nobody) },
  }));
  const overall = sumOf(steady.totals);
  const against = (own: Share): Share =>
    reference === ''
      ? less(overall, own)
      : (totals.find(({ level }) => level === reference) ?? { x: 0, n: 0 });
  const judged = totals.map((own) =>
    own.level === reference
      ? null
      : subgroupVerdict(own, against(own), { margin, minimumDenominator: 30 }),
  );
  const hidden = new Set(levels.filter((_, place) => steady.shown[place] !== true));
  // From groups that are shown: what all are drawn towards would tell of the others.
  const shown = totals.filter(({ level, n }) => !hidden.has(level) && n > 0);
  const pooled = shown.length > 1 ? poolRates(shown) : null;
  const pooledOf = (level: string) => {
    const place = shown.findIndex((one) => one.level === level);
    return pooled?.ok === true ? (pooled.groups[place]?.pooled ?? null) : null;
  };
  const groups = levels.map((level) => ({ dimension, level }));
  const comparison: GroupComparison = {
    ...{ dimension, reference, margin, marginReportId, marginReason, overall },
    ...daysOf(steady.records, metric, today, groups),
    versions: [...new Set(steady.records.map(({ version }) => version))].sort(),
    isBehind: steady.isBehind,
    rows: totals.map(({ level, x, n }, i): GroupRow => ({
      ...{ level, x, n, value: n > 0 ? x / n : null },
      interval: n >= 1 ? wilsonInterval(x, n) : null,
      pooled: pooledOf(level),
      verdict: judged[i] ?? null,
      pAdjusted: null,
      isHidden: hidden.has(level),
    })),
  };
  return { ...comparison, rows: withAdjusted(comparison) };
}

/** Adjusted for the differences that are shown: a hidden one would tell of itself by its rank. */
function withAdjusted(comparison: GroupComparison): GroupRow[] {
  const { rows } = comparison;
  const shown = rows.map((row) =>
    isShownDifference(comparison, row) ? (row.verdict?.p ?? NaN) : NaN,
  );
  const adjusted = adjustPValues(shown, 'bh');
  return rows.map((row, place) => {
    const p = adjusted[place] ?? NaN;
    return { ...row, pAdjusted: Number.isNaN(p) ? null : p };
  });
}

/** A difference tells the share of its other side: it is shown where both sides are. */
export function isShownDifference(
  { reference, rows, overall }: GroupComparison,
  row: GroupRow,
): boolean {
  if (row.isHidden || row.n === 0 || row.verdict === null) return false;
  if (reference === '') return overall.n - row.n >= fewestShown;
  return rows.some(({ level, isHidden, n }) => level === reference && !isHidden && n > 0);
}
