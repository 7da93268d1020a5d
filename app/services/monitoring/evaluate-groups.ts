import { adjustPValues } from '#analysis/groups/adjust-p-values.ts';
import { wilsonInterval } from '#analysis/groups/wilson-interval.ts';
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
 * Which rows are not shown: groups of fewer cases than tell about persons, with, where one alone is
 * hidden, the next smallest as well, since the total less the others would be it.
 */
export function hiddenLevels(rows: readonly (Share & { level: string })[]): Set<string> {
  const few = rows.filter(({ n }) => n < fewestShown);
  const hidden = new Set(few.map(({ level }) => level));
  if (few.length === 1 && few[0] && few[0].n > 0 && rows.length > 1) {
    const [next] = rows.filter(({ level }) => !hidden.has(level)).toSorted((a, b) => a.n - b.n);
    if (next) hidden.add(next.level);
  }
  return hidden;
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
  const pooled = totals.length > 1 ? poolRates(totals) : null;
  const hidden = hiddenLevels(totals);
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
        pooled: pooled?.ok === true ? (pooled.groups[i]?.pooled ?? null) : null,
        verdict: judged[i] ?? null,
        pAdjusted: p === undefined || Number.isNaN(p) ? null : p,
        isHidden: hidden.has(level),
      };
    }),
  };
}
