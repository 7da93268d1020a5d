import { AnalysisError } from '#analysis/errors.ts';
import { sumBy } from '#analysis/numeric/sum-by.ts';
import type { ChartBaseline, ReferenceDistribution } from '#db/queries/chart-baseline.server.ts';
import type { PlanMetric, PlanSubgroup } from '#db/queries/monitoring-plan.server.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { chartFor, type Choice } from './chart-series.ts';
import { decidedStages } from './decided-stages.ts';
import { deviations } from './evaluate-calibration.ts';
import { evaluateDrift, type Drift } from './evaluate-drift.ts';
import { compareGroups, type GroupComparison } from './evaluate-groups.ts';
import { falseAlarmRate } from './false-alarms.ts';
import type { DataType } from './metric-schema.ts';
import { findMetric } from './metrics.ts';
import { markParts } from './part-periods.ts';
import { periodsAYear } from './plan-words.ts';
import { cellsByPeriod, designOf, riskAdjustedChart, type RiskAdjusted } from './risk-adjusted.ts';
import {
  dataTypeOf,
  everybody,
  isFewCases,
  isSameSeries,
  recordsOf,
  seriesOf,
  type SeriesPoint,
} from './series.ts';
import { watchedChart, type WatchedChart } from './watched-chart.ts';

export type Told = {
  /** What stands now. */
  records: readonly WatchedRecord[];
  /** What stands now and what it took the place of. */
  history: readonly WatchedRecord[];
  baselines: readonly ChartBaseline[];
  references: readonly ReferenceDistribution[];
  today: string;
};

export type Evaluation = {
  /** As its pack says, or as it was sent. */
  data: DataType;
  choice: Choice;
  chart: WatchedChart;
  /** From which day on limits were decided that cannot be computed yet. */
  pendingFrom: string | null;
  mode: WatchedRecord['mode'] | null;
  riskAdjusted: RiskAdjusted | null;
  groups: GroupComparison[];
  drift: Drift | null;
  falseAlarms: { looksAYear: number; perLook: number };
};

/** Score bins have no number a period: their periods keep their places, cases and maturity. */
function casesOf(records: readonly WatchedRecord[], points: readonly SeriesPoint[]): SeriesPoint[] {
  return points.map((point) => {
    const own = records.filter(({ from, dimension }) => from === point.from && dimension === '');
    const n = sumBy(own, ({ labelled }) => labelled ?? 0);
    return { ...point, n, x: NaN, isFew: isFewCases(n) };
  });
}

/** What was sent may be such that what was planned cannot be computed of it: that is said, and nothing else fails. */
export function unlessUnsuited<Found>(compute: () => Found, otherwise: Found): Found {
  try {
    return compute();
  } catch (error) {
    if (error instanceof AnalysisError) return otherwise;
    throw error;
  }
}

/** One planned metric over what was sent: chart, signals, groups, drift, and what it costs in false alarms. */
export function evaluateMetric(
  planned: PlanMetric,
  subgroups: readonly PlanSubgroup[],
  { records: standing, history, baselines, references, today }: Told,
): Evaluation {
  const records = recordsOf(standing, planned);
  const data = dataTypeOf(planned.metric, records);
  const all = seriesOf(records, planned.metric, everybody, today);
  const choice = chartFor(planned.chart, data, all, planned.metric);
  const series = markParts(all, planned.cadence, { chart: choice.chart, data });
  const isHistogram = data === 'histogram';
  const decided = baselines.filter((row) => row.dimension === '').filter(isSameSeries(planned));
  // Sums of scores against their risks have no limits from a baseline.
  const { stages, pendingFrom } = decidedStages(series, isHistogram ? [] : decided);
  const points = isHistogram ? casesOf(records, series) : series;
  const ofYear = periodsAYear[planned.cadence];
  const rules = planned.alertRules;
  const runLength = ofYear / (planned.falseAlarmsAYear ?? 0.2);
  const asked = { points, stages, rules, direction: planned.direction, runLength };
  const isByCase = choice.chart === 'risk-adjusted-cusum';
  const unsuited = { ok: false, kind: choice.chart, reason: 'unsuited', points } as const;
  const { risk } = designOf(rules);
  const byCase = isByCase
    ? unlessUnsuited<{ chart: WatchedChart; found: RiskAdjusted | null }>(
        () => {
          const cells = cellsByPeriod(records, points, {
            risk,
            baseline: stages[0]?.baseline ?? 12,
          });
          return riskAdjustedChart(points, cells, rules);
        },
        { chart: unsuited, found: null },
      )
    : null;
  const chart =
    byCase?.chart ??
    unlessUnsuited(
      () =>
        watchedChart(choice.chart, {
          ...asked,
          ...(isHistogram && choice.chart !== 'none' ? { z: deviations(records, today) } : {}),
          base: data === 'proportion' ? 'p-prime' : data === 'rate' ? 'u-prime' : 'xmr',
        }),
      unsuited,
    );
  const found = byCase?.found ?? null;
  const years = points.length / ofYear;
  const isDistribution = isHistogram && findMetric(planned.metric)?.reason === 'distributions';
  return {
    ...{ data, choice, chart, pendingFrom, mode: records[0]?.mode ?? null, riskAdjusted: found },
    groups:
      data === 'proportion'
        ? subgroups.flatMap((each) =>
            unlessUnsuited(
              () => [compareGroups(recordsOf(history, planned), planned.metric, each, today)],
              [],
            ),
          )
        : [],
    drift: isDistribution ? evaluateDrift(records, references.find(isSameSeries(planned))) : null,
    falseAlarms: falseAlarmRate({
      ...{ kind: choice.chart, rules, direction: planned.direction, periodsAYear: ofYear },
      casesAYear: found && years > 0 ? found.cases / years : 0,
      risks: chart.ok && found ? found.risks : [],
      limit: chart.ok ? chart.limit : null,
    }),
  };
}
