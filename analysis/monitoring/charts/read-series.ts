import { DomainError } from '../../errors.ts';
import type { Observation } from './chart-by-stages.ts';

/**
 * Numbers of a series that may not lie below a bound.
 *
 * (t, x_t) for every x_t that is there.
 *
 * @param values one a period; missing is NaN.
 * @param least smallest value allowed.
 * @returns observations in order.
 * @remarks Missing data: NaN is passed over.
 * @throws DomainError 'count' for a value below the bound or infinite.
 * @see Provost, L. P., Murray, S. K. (2011). The Health Care Data Guide, ch. 5 and 7.
 */
export function readSeries(values: readonly number[], least: number): Observation[] {
  return values.flatMap((value, index) => {
    if (Number.isNaN(value)) return [];
    if (!(value >= least && value < Infinity)) {
      throw new DomainError('count', { index, count: value });
    }
    return [{ index, value }];
  });
}
