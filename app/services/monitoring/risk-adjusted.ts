import { riskAdjustedCusum } from '#analysis/monitoring/outcomes/risk-adjusted-cusum.ts';
import { sum } from '#analysis/numeric/sum.ts';
import { sumBy } from '#analysis/numeric/sum-by.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import type { AlertRule } from '#db/schema/monitoring-plan.ts';
import { differencesByPeriod, type DifferencePoint } from './observed-expected.ts';
import { byPeriod, everybody, type SeriesPoint } from './series.ts';
import { cellsOfScores, spreadCases, type Cell } from './spread-cases.ts';
import { blank, type WatchedChart, type WatchedPoint } from './watched-chart.ts';

/** Twice the odds; a limit that signals wrongly once in some thousand cases. */
const usual = { oddsRatio: 2, limit: 4.5 };

export function designOf(rules: readonly AlertRule[]) {
  const given = rules.find(({ rule }) => rule === 'risk-adjusted');
  const number = (name: string, otherwise: number) => {
    const value = given?.[name];
    return typeof value === 'number' ? value : otherwise;
  };
  return {
    oddsRatio: number('oddsRatio', usual.oddsRatio),
    limit: number('limit', usual.limit),
    risk: number('risk', NaN),
  };
}

/** Bins of risk of each period; of a share one bin at the risk that the plan names, or at the first periods' rate. */
export function cellsByPeriod(
  records: readonly WatchedRecord[],
  points: readonly SeriesPoint[],
  { risk, baseline }: { risk: number; baseline: number },
): Cell[][] {
  const periods = byPeriod(records, everybody);
  if (periods[0]?.[0]?.kind === 'score-histogram') {
    return periods.map((own) => own.flatMap(cellsOfScores));
  }
  const first = points.slice(0, baseline).filter(({ n }) => n > 0);
  const expected = Number.isNaN(risk)
    ? sumBy(first, ({ x }) => x) / sumBy(first, ({ n }) => n)
    : risk;
  return points.map(({ x, n }) =>
    n > 0 && Number.isInteger(x) && Number.isInteger(n) ? [{ n, events: x, risk: expected }] : [],
  );
}

export type RiskAdjusted = {
  /** How manieth case raised each signal, counted from the first. */
  signalsAt: number[];
  cases: number;
  observed: number;
  expected: number;
  risks: number[];
  /** By period, as far as it may be shown. */
  differences: DifferencePoint[];
};

/** The risk-adjusted sum through all cases whose outcomes are in, by period the highest value it had. */
export function riskAdjustedChart(
  points: readonly SeriesPoint[],
  cells: readonly (readonly Cell[])[],
  rules: readonly AlertRule[],
): { chart: WatchedChart; found: RiskAdjusted } {
  const { oddsRatio, limit } = designOf(rules);
  const mature = points.map((point) => point.maturity === 'mature');
  const cases = points.flatMap((_, period) =>
    mature[period] === true
      ? spreadCases(cells[period] ?? []).map((one) => ({ ...one, period }))
      : [],
  );
  const outcomes = cases.map(({ outcome }) => outcome);
  const risks = cases.map(({ risk }) => risk);
  const found = {
    cases: cases.length,
    observed: sum(outcomes),
    expected: sum(risks),
    risks,
  };
  const usable = risks.every((p) => p > 0 && p < 1);
  if (cases.length === 0 || !usable) {
    const reason = cases.length === 0 ? 'too-few-cases' : 'probability';
    const chart = { ok: false, kind: 'risk-adjusted-cusum', reason, points } as const;
    return { chart, found: { ...found, signalsAt: [], differences: [] } };
  }
  const { sums, signals } = riskAdjustedCusum(outcomes, risks, { oddsRatio, limit });
  const highest = new Map<number, number>();
  cases.forEach(({ period }, i) => {
    highest.set(period, Math.max(highest.get(period) ?? 0, sums[i] ?? 0));
  });
  const signalled = new Set(signals.map((place) => cases[place - 1]?.period ?? -1));
  const drawn = points.map((point, period): WatchedPoint => {
    const value = highest.get(period);
    if (value === undefined) return { ...blank(point), shown: null };
    const side = oddsRatio > 1 ? ('high' as const) : ('low' as const);
    const cause = signalled.has(period) ? ({ rule: 'limit', side } as const) : null;
    return {
      ...blank(point),
      ...{ shown: value, centre: 0, lower: null, upper: limit, stage: 0 },
      ...{ causes: cause ? [cause] : [], alarm: cause },
    };
  });
  const rule = `risk-adjusted-cusum ${oddsRatio} ${limit}`;
  return {
    chart: { ok: true, kind: 'risk-adjusted-cusum', points: drawn, stages: [], rule, limit },
    found: {
      ...{ ...found, signalsAt: [...signals] },
      differences: differencesByPeriod(points, cases),
    },
  };
}
