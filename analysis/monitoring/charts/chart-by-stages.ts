import { DomainError } from '../../errors.ts';
import type { NotEstimable } from '../../estimate.ts';
import type {
  ChartKind,
  ChartPoint,
  ControlChartResult,
  Limits,
  StageStart,
  StageSummary,
} from './control-chart.ts';

const LOCKED = 12;

export interface Observation {
  readonly index: number;
  readonly value: number;
}

/** The limits of a stage, as a function of the observation: they may depend on its denominator. */
export interface StageLimits<Own extends Observation> {
  readonly ok: true;
  readonly dispersion: number | null;
  readonly isWithoutEvents?: boolean;
  readonly limitsOf: (observation: Own) => Limits;
}

/**
 * A control chart from observations and the way to compute limits from a baseline.
 *
 * Each stage has limits of its own, from its first `baseline` periods, and keeps them to its end.
 *
 * @param kind which chart it is.
 * @param observations periods with a value, in order of time.
 * @param stages where limits begin anew, ascending, the first from period 0; default: one stage.
 * @param compute limits from the observations of a baseline, at least two.
 * @returns one point an observation, with the limits of its stage.
 * @remarks Missing data: periods without an observation are passed over; neighbours are neighbours among those
 *   that exist. A baseline of fewer than two observations: 'too-few-points'; reasons of `compute`.
 * @throws DomainError 'stages' when they do not ascend from 0 or a baseline is below 1.
 * @see Provost, L. P., Murray, S. K. (2011). The Health Care Data Guide, ch. 4: when to freeze and to re-base.
 */
export function chartByStages<Own extends Observation>(
  kind: ChartKind,
  observations: readonly Own[],
  stages: readonly StageStart[] = [{ from: 0 }],
  compute: (baseline: readonly Own[]) => StageLimits<Own> | NotEstimable,
): ControlChartResult {
  const starts = stages.map(({ from }) => from);
  const ascends = starts.every((from, s) => (s === 0 ? from === 0 : from > (starts[s - 1] ?? 0)));
  const wrong = stages.find(({ baseline }) => baseline !== undefined && !(baseline >= 1));
  if (stages.length === 0 || !ascends || wrong) throw new DomainError('stages');
  const points: ChartPoint[] = [];
  const summaries: StageSummary[] = [];
  for (const [stage, { from, baseline = Infinity }] of stages.entries()) {
    const end = starts[stage + 1] ?? Infinity;
    const own = observations.filter(({ index }) => index >= from && index < end);
    const first = own.filter(({ index }) => index < from + baseline);
    if (first.length < 2) return { ok: false, reason: 'too-few-points' };
    const limits = compute(first);
    if (!limits.ok) return limits;
    const { length } = first;
    const { dispersion, isWithoutEvents = false } = limits;
    const isTrial = length < LOCKED;
    summaries.push({ from, baseline: length, isTrial, dispersion, isWithoutEvents });
    for (const [place, observation] of own.entries()) {
      const { index, value } = observation;
      const point = { index, value, stage, isBaseline: place < length };
      points.push({ ...point, ...limits.limitsOf(observation) });
    }
  }
  return { ok: true, kind, points, stages: summaries };
}
