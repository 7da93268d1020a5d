import { adjustPValues } from '#analysis/groups/adjust-p-values.ts';
import { wilsonInterval } from '#analysis/groups/wilson-interval.ts';
import { suppressGroups } from '#analysis/suppression/suppress-groups.ts';
import { poolRates } from '#analysis/monitoring/subgroups/pool-rates.ts';
import {
  subgroupVerdict,
  type Share,
  type SubgroupVerdict,
} from '#analysis/monitoring/subgroups/subgroup-verdict.ts';
import type { PlanSubgroup } from '#db/queries/monitoring-plan.server.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { everybody, fewestShown, seriesOf } from './series.ts';

export type GroupRow = Share & {
  level: string;
  value: number | null;
  interval: readonly [number, number] | null;
  /** Drawn towards the rate of all groups as far as its size asks for. */
  pooled: number | null;
  verdict: SubgroupVerdict | null;
  pAdjusted: number | null;
  /** Too few cases to be shown, or hidden so that another cannot be reckoned. */
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
  /** What stands in for everybody. */
  overall: Share;
  rows: GroupRow[];
};

type Totals = Share & { from: string; to: string };

/** All complete periods together: looking every month until there is a verdict would find gaps of chance. */
function totalOf(
  records: readonly WatchedRecord[],
  metric: string,
  group: { dimension: string; level: string },
  today: string,
): Totals {
  const points = seriesOf(records, metric, group, today).filter(
    ({ maturity, n }) => maturity === 'mature' && n > 0,
  );
  const sum = (of: 'x' | 'n') => points.reduce((all, point) => all + point[of], 0);
  return { x: sum('x'), n: sum('n'), from: points[0]?.from ?? '', to: points.at(-1)?.to ?? '' };
}

/**
 * Which rows are not shown: groups of fewer cases than tell about persons, and as many others as it takes
 * that none can be had from everybody less the groups that are shown. Cases that no group names are one
 * more group, which is never shown by itself.
 */
export function hiddenLevels(
  rows: readonly (Share & { level: string })[],
  overall: Share,
): Set<string> {
  const named = rows.reduce((sum, { n }) => sum + n, 0);
  const groups = [...rows, { level: '', n: Math.max(0, overall.n - named) }];
  const releases = suppressGroups({ groups, minimumCellSize: fewestShown, totalShown: true });
  const hidden = rows.filter((_, place) => releases[place]?.shown !== true);
  return new Set(hidden.map(({ level }) => level));
}

/** A metric over the groups of one dimension, each with its verdict against the named reference. */
export function compareGroups(
  records: readonly WatchedRecord[],
  metric: string,
  planned: Pick<
    PlanSubgroup,
    'dimension' | 'reference' | 'margin' | 'marginReportId' | 'marginReason'
  >,
  today: string,
): GroupComparison {
  const { dimension, reference, margin, marginReportId, marginReason } = planned;
  const levels = [
    ...new Set(records.filter((one) => one.dimension === dimension).map(({ level }) => level)),
  ].sort();
  const totals = levels.map((level) => ({
    level,
    ...totalOf(records, metric, { dimension, level }, today),
  }));
  const overall = totalOf(records, metric, everybody, today);
  const against = (own: Share): Share =>
    reference === ''
      ? { x: Math.max(0, overall.x - own.x), n: Math.max(0, overall.n - own.n) }
      : (totals.find(({ level }) => level === reference) ?? { x: 0, n: 0 });
  const judged = totals.map((own) =>
    own.level === reference
      ? null
      : subgroupVerdict(own, against(own), { margin, minimumDenominator: 30 }),
  );
  const adjusted = adjustPValues(
    judged.map((verdict) => verdict?.p ?? NaN),
    'bh',
  );
  const hidden = hiddenLevels(totals, overall);
  // From groups that are shown: what all are drawn towards would tell of the others.
  const shown = totals.filter(({ level }) => !hidden.has(level));
  const pooled = shown.length > 1 ? poolRates(shown) : null;
  const pooledOf = (level: string) => {
    const place = shown.findIndex((one) => one.level === level);
    return pooled?.ok === true ? (pooled.groups[place]?.pooled ?? null) : null;
  };
  const present = totals.filter(({ n }) => n > 0);
  return {
    ...{ dimension, reference, margin, marginReportId, marginReason, overall },
    from: present.map(({ from }) => from).sort()[0] ?? '',
    to:
      present
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? '',
    rows: totals.map(({ level, x, n }, i): GroupRow => {
      const p = adjusted[i];
      return {
        ...{ level, x, n, value: n > 0 ? x / n : null },
        interval: n >= 1 ? wilsonInterval(x, n) : null,
        pooled: pooledOf(level),
        verdict: judged[i] ?? null,
        pAdjusted: p === undefined || Number.isNaN(p) ? null : p,
        isHidden: hidden.has(level),
      };
    }),
  };
}

/** A difference tells the share of its other side: it is shown where both sides are. */
export function isShownDifference(
  { reference, rows, overall }: GroupComparison,
  row: GroupRow,
): boolean {
  if (row.isHidden || row.verdict === null) return false;
  if (reference === '') return overall.n - row.n >= fewestShown;
  return rows.some(({ level, isHidden }) => level === reference && !isHidden);
}
