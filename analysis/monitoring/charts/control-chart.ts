import type { NotEstimable } from '../../estimate.ts';

export const chartKinds = ['xmr', 'p', 'p-prime', 'u', 'u-prime', 'c', 'g', 't'] as const;

export type ChartKind = (typeof chartKinds)[number];

/** What a stable process keeps within. */
export interface Limits {
  readonly centre: number;
  /** Three sigma; cut where the statistic cannot go. */
  readonly lower: number;
  readonly upper: number;
  /** Two sigma. */
  readonly innerLower: number;
  readonly innerUpper: number;
}

export interface ChartPoint extends Limits {
  /** Place in the series that was given; periods without a value have no point. */
  readonly index: number;
  readonly value: number;
  readonly stage: number;
  /** Whether the limits of its stage were computed from it as well. */
  readonly isBaseline: boolean;
}

/** Where a person decided that limits begin anew. Limits are never re-based otherwise. */
export interface StageStart {
  /** First period of the stage, from 0. */
  readonly from: number;
  /** Limits come from the first so many periods of the stage and are frozen; default: from all of it. */
  readonly baseline?: number | undefined;
}

export interface StageSummary {
  readonly from: number;
  /** Points the limits come from. */
  readonly baseline: number;
  /** Fewer than twelve points: limits on trial. */
  readonly isTrial: boolean;
  /** Laney's σ_z of p′ and u′ charts: how many times wider than binomial or Poisson; otherwise null. */
  readonly dispersion: number | null;
  /** Nothing happened in the baseline, or nothing else did: the limits are those of `limitAfterNone`. */
  readonly isWithoutEvents: boolean;
}

export interface ControlChart {
  readonly ok: true;
  readonly kind: ChartKind;
  readonly points: readonly ChartPoint[];
  readonly stages: readonly StageSummary[];
}

export type ControlChartResult = ControlChart | NotEstimable;
