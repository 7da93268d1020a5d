import type { PlanInFull } from './internal.server.ts';
import { isSameSeries, type WhatSeries } from './series.ts';

/**
 * The day from which a metric is watched: when the first of the plans was adopted that have it without
 * a break up to the one that counts. Empty where that one has it not.
 */
export function plannedSince(newestFirst: readonly PlanInFull[], metric: WhatSeries): string {
  const adopted = newestFirst.filter(({ state }) => state === 'adopted');
  const without = adopted.findIndex((plan) => !plan.metrics.some(isSameSeries(metric)));
  const own = without < 0 ? adopted : adopted.slice(0, without);
  return own.at(-1)?.adoptedAt?.toISOString().slice(0, 10) ?? '';
}
