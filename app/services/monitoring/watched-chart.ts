import type { StageStart, StageSummary } from '#analysis/monitoring/charts/control-chart.ts';
import { causesOnArrival } from '#analysis/monitoring/rules/causes-on-arrival.ts';
import type { Side } from '#analysis/monitoring/rules/rule.ts';
import { ruleSets, type RuleName } from '#analysis/monitoring/rules/rule-sets.ts';
import { specialCauses } from '#analysis/monitoring/rules/special-causes.ts';
import type { AlertRule, Direction, PlannedChart } from '#db/schema/monitoring-plan.ts';
import { drawChart } from './chart-series.ts';
import type { SeriesPoint } from './series.ts';
import { cusumSums, ewmaAverages, type SumDesign } from './sum-charts.ts';

export type Cause = { rule: RuleName | 'limit'; side: Side };

export type WatchedPoint = SeriesPoint & {
  /** As it is drawn; null where it is not known yet. */
  shown: number | null;
  /** Of two-sided sums the lower one. */
  other: number | null;
  centre: number | null;
  lower: number | null;
  upper: number | null;
  stage: number | null;
  isBaseline: boolean;
  /** What the rules of the figure say of it. */
  causes: Cause[];
  /** Whether an alert begins here, and why. */
  alarm: Cause | null;
};

export type WatchedChart =
  | {
      ok: true;
      kind: PlannedChart;
      points: WatchedPoint[];
      stages: StageSummary[];
      /** Name and version of what raises alerts. */
      rule: string;
      /** Of sums: h or L; null of other charts. */
      limit: number | null;
    }
  | { ok: false; kind: PlannedChart; reason: string; points: readonly SeriesPoint[] };

/** The side on which a signal is one to look at; null: both. */
export function concernSide(direction: Direction): Side | null {
  if (direction === 'neutral') return null;
  return direction === 'up' ? 'low' : 'high';
}

export function ruleSetOf(rules: readonly AlertRule[]) {
  const name = rules.find(({ rule }) => Object.hasOwn(ruleSets, rule))?.rule ?? 'board-alert';
  return { name, ...ruleSets[name as keyof typeof ruleSets] };
}

export const blank = (point: SeriesPoint): WatchedPoint => ({
  ...point,
  ...{ shown: Number.isNaN(point.value) ? null : point.value, other: null, centre: null },
  ...{ lower: null, upper: null, stage: null, isBaseline: false, causes: [], alarm: null },
});

/** The first of each run of alarms, on the side that is of concern. */
export function startsOf(
  causes: readonly (readonly Cause[])[],
  side: Side | null,
): (Cause | null)[] {
  const own = causes.map(
    (list) => list.find((cause) => side === null || cause.side === side) ?? null,
  );
  return own.map((cause, i) => (cause !== null && (own[i - 1] ?? null) === null ? cause : null));
}

type Asked = {
  points: readonly SeriesPoint[];
  stages: readonly StageStart[];
  rules: readonly AlertRule[];
  direction: Direction;
};

function shewhart(kind: Parameters<typeof drawChart>[0], asked: Asked): WatchedChart {
  const { points, stages, rules, direction } = asked;
  const chart = drawChart(kind, points, stages);
  if (!chart.ok) return { ok: false, kind, reason: chart.reason, points };
  const set = ruleSetOf(rules);
  const seen = specialCauses(chart.points, ruleSets['nhs-seven'].rules);
  const arrived = startsOf(causesOnArrival(chart.points, set.rules), concernSide(direction));
  const drawn = points.map(blank);
  for (const [
    i,
    { index, value, centre, lower, upper, stage, isBaseline },
  ] of chart.points.entries()) {
    const point = drawn[index];
    if (!point) continue;
    const alarm = isBaseline && stages[stage]?.baseline !== undefined ? null : (arrived[i] ?? null);
    Object.assign(point, { shown: value, centre, lower, upper, stage, isBaseline, alarm });
    point.causes = seen[i] ?? [];
  }
  return {
    ...{ ok: true, kind, points: drawn, stages: [...chart.stages] },
    rule: `${set.name} ${set.version}`,
    limit: null,
  };
}

const sumRule = (rules: readonly AlertRule[], runLength: number): SumDesign => {
  const given = rules.find(({ rule }) => rule === 'limit');
  const limit = given?.['limit'];
  return { runLength, limit: typeof limit === 'number' ? limit : null };
};

/** Deviations from a baseline in standard deviations, from the two-sigma limits of the usual chart. */
function standardised(asked: Asked, base: 'p-prime' | 'u-prime' | 'xmr'): number[] | string {
  const chart = drawChart(base, asked.points, asked.stages);
  if (!chart.ok) return chart.reason;
  // A sum needs a standard deviation, and where nothing happened there is none.
  if (chart.stages.some(({ isWithoutEvents }) => isWithoutEvents)) return 'zero-variance';
  const z = asked.points.map(() => NaN);
  for (const { index, value, centre, innerLower, innerUpper } of chart.points) {
    const sigma = Math.max(innerUpper - centre, centre - innerLower) / 2;
    z[index] = (value - centre) / sigma;
  }
  return z;
}

function summed(
  kind: 'ewma' | 'cusum',
  asked: Asked & { z?: readonly number[]; base: 'p-prime' | 'u-prime' | 'xmr'; runLength: number },
): WatchedChart {
  const z = asked.z ?? standardised(asked, asked.base);
  if (typeof z === 'string') return { ok: false, kind, reason: z, points: asked.points };
  const design = sumRule(asked.rules, asked.runLength);
  const { values, limit } = kind === 'cusum' ? cusumSums(z, design) : ewmaAverages(z, design);
  const causes = values.map((value): Cause[] =>
    value?.signal == null ? [] : [{ rule: 'limit', side: value.signal }],
  );
  const starts = startsOf(causes, concernSide(asked.direction));
  const points = asked.points.map((point, i): WatchedPoint => {
    const value = values[i];
    if (!value) return { ...blank(point), shown: null };
    return {
      ...blank(point),
      ...{
        shown: value.shown,
        other: value.other,
        centre: 0,
        lower: value.lower,
        upper: value.upper,
      },
      ...{ stage: 0, causes: causes[i] ?? [], alarm: starts[i] ?? null },
    };
  });
  return { ok: true, kind, points, stages: [], rule: `${kind} limit ${limit.toFixed(2)}`, limit };
}

/** A planned chart over a series, with what its rules and its alert rules say of every period. */
export function watchedChart(
  kind: PlannedChart,
  asked: Asked & { z?: readonly number[]; base: 'p-prime' | 'u-prime' | 'xmr'; runLength: number },
): WatchedChart {
  switch (kind) {
    case 'ewma':
    case 'cusum':
      return summed(kind, asked);
    case 'none':
    case 'automatic':
    case 'risk-adjusted-cusum':
      return { ok: true, kind, points: asked.points.map(blank), stages: [], rule: '', limit: null };
    case 'xmr':
    case 'p':
    case 'p-prime':
    case 'u':
    case 'u-prime':
    case 'c':
    case 'g':
    case 't':
      return shewhart(kind, asked);
  }
}
