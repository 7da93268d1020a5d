import type { PlanMetric } from '#db/queries/monitoring-plan.server.ts';
import type { AlertKind } from '#db/schema/alert.ts';
import { addDays } from '../../days.ts';
import { isShownDifference } from './evaluate-groups.ts';
import type { Evaluation } from './evaluate-metric.ts';
import { endOfPeriod, partPeriods } from './part-periods.ts';
import { daysToSend } from './plan-words.ts';

/** Something that needs looking at; computed again it is the same one. */
export type Signal = {
  kind: AlertKind;
  rule: string;
  dimension: string;
  level: string;
  from: string;
  to: string;
  evidence: Record<string, unknown>;
};

export type Watching = {
  /** Since when the metric is planned without a break. */
  since: string;
  /** Since when any version runs here; null: none does. */
  runsSince: string | null;
  today: string;
};

const nobody = { dimension: '', level: '' };

function ofChart({ chart }: Evaluation): Signal[] {
  if (!chart.ok) return [];
  return chart.points.flatMap((point): Signal[] => {
    const { alarm, from, to, shown, centre, lower, upper, n, isFew } = point;
    if (!alarm) return [];
    // Of few cases neither the number is kept nor what tells how many they are.
    const numbers = isFew ? { isFew } : { value: shown, lower, upper, n };
    const evidence = { ...alarm, chart: chart.kind, centre, ...numbers };
    return [{ kind: 'signal', rule: chart.rule, ...nobody, from, to, evidence }];
  });
}

function ofDrift({ drift }: Evaluation): Signal[] {
  return (drift?.periods ?? []).flatMap(({ isStart, from, to, n, judgement }): Signal[] => {
    if (!isStart || !judgement.ok) return [];
    const { psi, excessPsi, jensenShannon, limits } = judgement;
    const evidence = { n, psi, excessPsi, jensenShannon, limit: limits.psi.limit, method: 'psi' };
    const rule = `psi of reference ${drift?.reference?.number ?? 0}`;
    return [{ kind: 'drift', rule, ...nobody, from, to, evidence }];
  });
}

/** A gap stands from the first period on that was counted for it, however many are added. */
function ofGroups({ groups }: Evaluation): Signal[] {
  return groups.flatMap((comparison) => {
    const { dimension, reference, margin, from, to } = comparison;
    return comparison.rows.flatMap((row): Signal[] => {
      const { level, verdict, x, n, isHidden } = row;
      if (verdict?.verdict !== 'gap' || from === '') return [];
      const { difference, interval } = verdict;
      const numbers = isShownDifference(comparison, row) ? { difference, interval } : {};
      const evidence = { reference, margin, ...numbers, ...(isHidden ? {} : { x, n }) };
      return [
        { kind: 'subgroup-gap', rule: `margin ${margin}`, dimension, level, from, to, evidence },
      ];
    });
  });
}

/**
 * The period that comes after what was sent, of which a part was sent the whole of it, or of what never came the first
 * that was watched while it ran.
 */
function awaited({ cadence }: PlanMetric, { chart }: Evaluation, watching: Watching) {
  const last = chart.points.at(-1);
  if (last) {
    if (partPeriods(chart.points, cadence).at(-1) === true) {
      return { from: last.from, to: endOfPeriod(last.from, cadence) };
    }
    const length = Math.round((Date.parse(last.to) - Date.parse(last.from)) / 86_400_000);
    return { from: last.to, to: addDays(last.to, length) };
  }
  const { since, runsSince } = watching;
  if (runsSince === null) return null;
  const from = since > runsSince ? since : runsSince;
  return { from, to: endOfPeriod(from, cadence) };
}

/** When numbers of the next period should have come and have not. */
function ofSilence(planned: PlanMetric, evaluation: Evaluation, watching: Watching): Signal[] {
  const period = awaited(planned, evaluation, watching);
  const { cadence } = planned;
  if (!period || watching.today <= addDays(period.to, daysToSend[cadence])) return [];
  const evidence = { last: evaluation.chart.points.at(-1)?.to ?? null, cadence };
  return [{ kind: 'nothing-sent', rule: cadence, ...nobody, ...period, evidence }];
}

/**
 * What a planned metric asks somebody to look at. Periods that ended before it was planned raise nothing:
 * they were not watched. What is exploratory never pages anybody.
 */
export function signalsOf(
  planned: PlanMetric,
  evaluation: Evaluation,
  watching: Watching,
): Signal[] {
  if (planned.tier === 'exploratory') return [];
  return [
    ...ofChart(evaluation),
    ...ofDrift(evaluation),
    ...ofGroups(evaluation),
    ...ofSilence(planned, evaluation, watching),
  ].filter(({ to }) => to > watching.since);
}
