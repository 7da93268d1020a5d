import type { BandQuota } from './composition.ts';

/**
 * Quotas for the seats that are still to be filled, so that with those seated already the whole panel
 * keeps to `quotas`.
 *
 * fewest′ = max(0, fewest − seated), most′ = most − seated, and never below 0.
 *
 * @param quotas for the whole panel
 * @param seated bands of the people who keep their seats, person by stratum
 */
export function remainingQuotas(
  quotas: readonly BandQuota[],
  seated: readonly (readonly string[])[],
): BandQuota[] {
  return quotas.map(({ stratum, band, fewest, most }) => {
    const taken = seated.filter((bands) => bands[stratum] === band).length;
    return {
      stratum,
      band,
      fewest: Math.max(0, fewest - taken),
      most: Math.max(0, most - taken),
    };
  });
}
