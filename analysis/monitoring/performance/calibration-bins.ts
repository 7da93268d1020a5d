import type { Interval } from '../../estimate.ts';
import { wilsonInterval } from '../../groups/wilson-interval.ts';
import type { RiskBin } from './bin-risks.ts';

export interface CalibrationBin extends RiskBin {
  readonly bin: number;
  readonly meanP: number;
  readonly observed: number;
  readonly interval: Interval;
}

/**
 * Bins as points of a reliability plot.
 *
 * p̄_b = Σ p/n, ȳ_b = Σ y/n with Wilson's interval.
 *
 * @param bins sums.
 * @param level confidence level in (0, 1).
 * @returns bins that have cases, with their number.
 * @remarks Missing data: not in the sums.
 * @throws DomainError of `wilsonInterval`.
 * @see Bröcker, J., Smith, L. A. (2007). https://doi.org/10.1175/WAF993.1.
 */
export function calibrationBins(bins: readonly RiskBin[], level = 0.95): CalibrationBin[] {
  return bins.flatMap((sums, bin) => {
    const { n, events, sumP } = sums;
    if (n === 0) return [];
    const interval = wilsonInterval(events, n, level);
    return [{ bin, ...sums, meanP: sumP / n, observed: events / n, interval }];
  });
}
