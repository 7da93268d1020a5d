import { DomainError } from '../../errors.ts';
import { sumBy } from '../../numeric/sum-by.ts';

export interface WatchedChart {
  readonly id: string;
  /** Looks a year: 12 for a monthly chart. */
  readonly pointsPerYear: number;
  /** Chance that a quiet point starts a signal: from `simulateFalseAlarms`, or 1/ARL₀. */
  readonly falseAlarmsPerPoint: number;
}

export interface BoardBudget {
  /** False alarms a year that the charts together give. */
  readonly expected: number;
  /** Null: nothing was declared, and nothing to be held. */
  readonly allowed: number | null;
  readonly isWithin: boolean | null;
  /** ARL₀ that every chart would need, in points, for the budget to hold; null without charts or without a budget. */
  readonly neededRunLength: number | null;
  /** Chance of at least one false alarm in a year. */
  readonly anyInYear: number;
}

/**
 * What a whole board of charts gives in false alarms a year, beside what was declared.
 *
 * E = Σ points_i · α_i; needed ARL₀ = Σ points_i/allowed; P(any) = 1 − Π (1 − α_i)^{points_i}.
 *
 * @param charts those whose signals alert somebody.
 * @param allowed false alarms a year the board declared, > 0; null: it declared none.
 * @returns expectation and what the budget asks for.
 * @remarks Missing data: none. Charts are taken to be independent for the chance of any; the expectation needs no such
 *   thing.
 * @throws DomainError 'chart-design'.
 * @see Page, E. S. (1954). https://doi.org/10.1093/biomet/41.1-2.100 (average run length).
 */
export function boardBudget(charts: readonly WatchedChart[], allowed: number | null): BoardBudget {
  if (allowed !== null && !(allowed > 0 && allowed < Infinity)) {
    throw new DomainError('chart-design', { allowed });
  }
  for (const { id, pointsPerYear, falseAlarmsPerPoint } of charts) {
    const isShare = falseAlarmsPerPoint >= 0 && falseAlarmsPerPoint <= 1;
    if (!(isShare && pointsPerYear >= 0 && pointsPerYear < Infinity)) {
      throw new DomainError('chart-design', { id, pointsPerYear, falseAlarmsPerPoint });
    }
  }
  const expected = sumBy(charts, (chart) => chart.pointsPerYear * chart.falseAlarmsPerPoint);
  const quiet = sumBy(
    charts,
    (chart) => chart.pointsPerYear * Math.log1p(-chart.falseAlarmsPerPoint),
  );
  const points = sumBy(charts, (chart) => chart.pointsPerYear);
  return {
    ...{ expected, allowed, isWithin: allowed === null ? null : expected <= allowed },
    neededRunLength: points > 0 && allowed !== null ? points / allowed : null,
    anyInYear: Math.abs(Math.expm1(quiet)),
  };
}
