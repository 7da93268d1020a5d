import type { ExitCriterion } from '#db/schema/exit-plan.ts';
import { downtimeMetrics } from '../register/downtime.ts';
import { oversightMetrics } from './oversight/evaluate-oversight.ts';
import { recordCode } from './series.ts';

/** Pages of a place that read a metric without a plan: about people, the place itself, the silent mode. */
export type ReadElsewhere = 'people' | 'place' | 'silent';

/** Which pages conclude something from a metric, whether or not a plan names it. */
export function readElsewhere(
  metric: string,
  criteria: readonly Pick<ExitCriterion, 'metric'>[],
): ReadElsewhere[] {
  const has = (list: readonly string[]) => list.includes(metric);
  return [
    ...(has(oversightMetrics) ? (['people'] as const) : []),
    ...(has(downtimeMetrics) ? (['place'] as const) : []),
    ...(criteria.some((one) => recordCode(one.metric) === metric) ? (['silent'] as const) : []),
  ];
}
