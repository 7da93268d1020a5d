import type { ChartPoint } from '../charts/control-chart.ts';
import type { Side } from './rule.ts';
import { rulePredicates, type RuleName } from './rule-sets.ts';

export interface SpecialCause {
  readonly rule: RuleName;
  readonly side: Side;
}

/**
 * Which rules flag each point of a chart.
 *
 * Point i has (rule, side) for every rule of the set that finds it within its stage.
 *
 * @param points of a chart, in order of time.
 * @param rules names of rules; the first that applies names the point.
 * @returns one list a point, in the order of the rules; empty: common cause.
 * @remarks Missing data: points exist for periods with a value alone. Rules do not look across stages.
 * @throws never.
 * @see NHS England (2018). Making Data Count. https://www.england.nhs.uk/publication/making-data-count/.
 *   Reference values: NHSRplotthedots.
 */
export function specialCauses(
  points: readonly ChartPoint[],
  rules: readonly RuleName[],
): SpecialCause[][] {
  const stages = [...new Set(points.map(({ stage }) => stage))];
  return stages.flatMap((stage) => {
    const own = points.filter((point) => point.stage === stage);
    return own.map((_, i) =>
      rules.flatMap((rule) => {
        const side = rulePredicates[rule](own, i);
        return side === null ? [] : [{ rule, side }];
      }),
    );
  });
}
