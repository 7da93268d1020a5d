import type { Observation, StageLimits } from './chart-by-stages.ts';
import { limitAfterNone } from './limit-after-none.ts';

/**
 * Limits of a stage in whose baseline nothing happened, or nothing else.
 *
 * Centre 0, limits 0 and k/n of `limitAfterNone` at 3 and 2 sigma; where everything was an event its complement.
 *
 * @param sizesOf cases or exposure of the baseline and of an observation.
 * @param options where the statistic ends, 1 or ∞; whether every case of the baseline had the event.
 * @returns limits in the units of the chart.
 * @remarks Missing data: to be left out before.
 * @throws never.
 * @see `limitAfterNone`.
 */
export function limitsAfterNone<Own extends Observation>(
  sizesOf: (observation: Own) => { readonly before: number; readonly size: number },
  { most = Infinity, isEverything = false } = {},
): StageLimits<Own> {
  return {
    ...{ ok: true, dispersion: null, isWithoutEvents: true },
    limitsOf: (observation) => {
      const none = { ...sizesOf(observation), isShare: most === 1 };
      const [outer, inner] = [limitAfterNone(none, 3), limitAfterNone(none, 2)];
      return isEverything
        ? { centre: 1, lower: 1 - outer, upper: 1, innerLower: 1 - inner, innerUpper: 1 }
        : { centre: 0, lower: 0, upper: outer, innerLower: 0, innerUpper: inner };
    },
  };
}
