import { DomainError } from '../../errors.ts';
import type { Interval } from '../../estimate.ts';
import { poissonInterval } from './poisson-interval.ts';

export interface AchievedAlarms {
  readonly perYear: number;
  readonly interval: Interval;
  /** Whether what came is more, or less, than the declared number can be by chance. */
  readonly reading: 'as-declared' | 'more-than-declared' | 'fewer-than-declared';
}

/**
 * Alerts that were closed as false, beside the number a year that was declared.
 *
 * x/years with the exact Poisson interval; declared below it: more; above it: fewer.
 *
 * @param falseAlarms alerts closed without a cause.
 * @param years watched, > 0.
 * @param declared a year.
 * @param level confidence level in (0, 1).
 * @returns rate a year and reading. Fewer may mean that charts sleep.
 * @remarks Missing data: open alerts are not counted.
 * @throws DomainError 'count', 'chart-design'.
 * @see Garwood, F. (1936). https://doi.org/10.1093/biomet/28.3-4.437.
 */
export function achievedAlarms(
  falseAlarms: number,
  years: number,
  declared: number,
  level = 0.95,
): AchievedAlarms {
  if (!(years > 0 && declared >= 0)) throw new DomainError('chart-design', { years, declared });
  const [low, high] = poissonInterval(falseAlarms, level);
  const interval: Interval = [low / years, high / years];
  const isMore = declared < interval[0];
  const isFewer = declared > interval[1];
  return {
    ...{ perYear: falseAlarms / years, interval },
    reading: isMore ? 'more-than-declared' : isFewer ? 'fewer-than-declared' : 'as-declared',
  };
}
