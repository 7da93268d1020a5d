import { median } from '../numeric/median.ts';
import type { Grouping } from '../table/group-column.ts';
import { groupMoments } from './group-moments.ts';
import { oneWayAnova, type OneWayAnova } from './one-way-anova.ts';

/**
 * Levene's test that groups have equal variances, about the medians (Brown and Forsythe).
 *
 * One-way analysis of variance of |x − median_g|.
 *
 * @param values n numbers, missing is NaN. @param grouping which group each belongs to.
 * @returns F test; small p: spreads differ.
 * @remarks Missing data: left out. Reasons as `oneWayAnova`.
 * @throws never.
 * @see Brown, M. B., Forsythe, A. B. (1974). https://doi.org/10.1080/01621459.1974.10482955. Reference values: car
 *   3.1.1 `leveneTest`.
 */
export function leveneTest(values: Float64Array, grouping: Grouping): OneWayAnova {
  const medians = grouping.levels.map((_, group) => {
    return median(values.filter((x, row) => grouping.index[row] === group && !Number.isNaN(x)));
  });
  const away = values.map((x, row) => Math.abs(x - (medians[grouping.index[row] ?? -1] ?? NaN)));
  return oneWayAnova(groupMoments(away, grouping));
}
