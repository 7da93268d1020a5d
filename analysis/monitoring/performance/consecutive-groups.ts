/** Cases of a period whose outcome is known, and how many of them had the event. */
export interface PeriodOutcomes {
  readonly n: number;
  readonly events: number;
}

/** Events, and cases without, from which on calibration says something. */
export const enoughOutcomes = 100;

/**
 * Consecutive periods put together until they hold enough outcomes of both kinds.
 *
 * From the first period on, a group ends with the first period at which Σ events ≥ k and Σ (n − events) ≥ k.
 *
 * @param periods in order of time.
 * @param k events and cases without; default 100 each.
 * @returns groups as lists of places, in order of time; periods after the last full group are in none, so that a
 *   group never changes once it is there.
 * @remarks Missing data: cases without a known outcome are not in the counts.
 * @throws never.
 * @see Vergouwe, Y., et al. (2005). Substantial effective sample sizes were required for external validation studies
 *   of predictive logistic regression models. J Clin Epidemiol 58, 475–483.
 *   https://doi.org/10.1016/j.jclinepi.2004.06.017: at least 100 events and 100 non-events.
 */
export function consecutiveGroups(
  periods: readonly PeriodOutcomes[],
  k = enoughOutcomes,
): number[][] {
  const groups: number[][] = [];
  let open: number[] = [];
  let [events, others] = [0, 0];
  for (const [place, period] of periods.entries()) {
    open.push(place);
    events += period.events;
    others += period.n - period.events;
    if (events < k || others < k) continue;
    groups.push(open);
    [open, events, others] = [[], 0, 0];
  }
  return groups;
}
