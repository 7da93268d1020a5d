import type { ChartPoint } from '../charts/control-chart.ts';

export type Side = 'high' | 'low';

/** Whether point i of a stage is a signal of the rule, and on which side; null: it is not. */
export type RulePredicate = (points: readonly ChartPoint[], i: number) => Side | null;
