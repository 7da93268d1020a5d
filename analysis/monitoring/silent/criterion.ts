import type { Interval } from '../../estimate.ts';

/** What was counted of a metric over a period. */
export type Found =
  | { readonly kind: 'share'; readonly x: number; readonly n: number }
  /** x events in n of exposure. */
  | { readonly kind: 'rate'; readonly x: number; readonly n: number }
  /** sd null: how far apart the values lie was not sent. */
  | {
      readonly kind: 'mean';
      readonly n: number;
      readonly mean: number;
      readonly sd: number | null;
    };

/** Whether the metric must not fall below the limit, or not rise above it. */
export interface Criterion {
  readonly bound: 'at-least' | 'at-most';
  readonly limit: number;
  /** Fewest cases, or exposure, for a judgement; ≥ 1. */
  readonly fewest: number;
}

export interface Estimated {
  readonly value: number;
  /** 95 % unless said otherwise; null where it cannot be computed. */
  readonly interval: Interval | null;
}
