import { findMetric } from './metrics.ts';
import type { AlertTier } from '#db/schema/monitoring-plan.ts';
import type { PlannedAlert } from './plan-words.ts';

/** Kinds of alert that a planned metric can raise, each of which needs its action; of what is exploratory none. */
export function possibleAlerts(
  metric: string,
  tier: AlertTier | undefined,
  hasGroups: boolean,
): PlannedAlert[] {
  if (tier === 'exploratory') return [];
  const isDistribution = findMetric(metric)?.reason === 'distributions';
  const ofGroups: PlannedAlert[] = hasGroups ? ['subgroup-gap'] : [];
  return [isDistribution ? 'drift' : 'signal', ...ofGroups, 'nothing-sent'];
}
