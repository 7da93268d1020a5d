import type { ChartPoint } from '../charts/control-chart.ts';
import type { RuleName } from './rule-sets.ts';
import { rulePredicates } from './rule-sets.ts';
import type { SpecialCause } from './special-causes.ts';

/**
 * Which rules flagged each point on the day it came.
 *
 * (rule, side) of point i in the series up to i: runs are seen at their seventh point, not at their first.
 *
 * @param points of a chart with frozen limits, in order of time.
 * @param rules names of rules.
 * @returns one list a point; empty: nobody was alerted then, even if a later run reaches back to it.
 * @remarks Missing data: points exist for periods with a value alone. Limits that come from all points were others on
 *   that day; then this tells what the limits of today would have said.
 * @throws never.
 * @see Page, E. S. (1954). https://doi.org/10.1093/biomet/41.1-2.100 (alarms one by one).
 */
export function causesOnArrival(
  points: readonly ChartPoint[],
  rules: readonly RuleName[],
): SpecialCause[][] {
  let own: ChartPoint[] = [];
  return points.map((point) => {
    if (own.at(-1)?.stage !== point.stage) own = [];
    own.push(point);
    return rules.flatMap((rule) => {
      const side = rulePredicates[rule](own, own.length - 1);
      return side === null ? [] : [{ rule, side }];
    });
  });
}
