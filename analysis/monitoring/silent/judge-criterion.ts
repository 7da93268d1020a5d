import { DomainError } from '../../errors.ts';
import type { Interval } from '../../estimate.ts';
import { casesToTell } from './cases-to-tell.ts';
import type { Criterion, Found } from './criterion.ts';
import { estimateFound } from './estimate-found.ts';

export const criterionStates = ['met', 'not-met', 'cannot-tell'] as const;
export type CriterionState = (typeof criterionStates)[number];

export type CriterionReason =
  'beyond-limit' | 'interval-crosses-limit' | 'below-minimum' | 'no-interval' | 'nothing-found';

export interface JudgedCriterion {
  readonly state: CriterionState;
  readonly reason: CriterionReason;
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly n: number;
  /** Cases altogether before a judgement can be expected; null once there is one, or where no number decides. */
  readonly needed: number | null;
}

/**
 * Whether a metric keeps a limit that was set beforehand: met, not met, or cannot tell.
 *
 * With the interval [l, u] of `estimateFound` and the limit L. At least: met if l ≥ L, not met if u < L. At most:
 * met if u ≤ L, not met if l > L. Otherwise, and below the fewest cases: cannot tell.
 *
 * @param found what was counted; null: nothing was sent.
 * @param criterion bound, limit and fewest cases, all decided before the data.
 * @param level confidence level in (0, 1).
 * @returns state with its reason, estimate and the cases needed: the fewest, or those of `casesToTell` if more.
 * @remarks Missing data: not in the counts. One look: who looks again after each case finds a limit kept, or broken,
 *   by chance more often than the level says.
 * @throws DomainError 'fewest', and of `casesToTell`.
 * @see Piaggio, G., et al. (2012). Reporting of noninferiority and equivalence randomized trials.
 *   https://doi.org/10.1001/jama.2012.87802: the bound is kept when the interval lies on its side.
 */
export function judgeCriterion(
  found: Found | null,
  { bound, limit, fewest }: Criterion,
  level = 0.95,
): JudgedCriterion {
  if (!(fewest >= 1)) throw new DomainError('fewest', { fewest });
  const estimated = found === null ? null : estimateFound(found, level);
  if (found === null || estimated === null) {
    const nothing = { value: null, interval: null, n: 0, needed: fewest };
    return { state: 'cannot-tell', reason: 'nothing-found', ...nothing };
  }
  const numbers = { ...estimated, n: found.n };
  const { interval } = estimated;
  if (interval === null) {
    return { state: 'cannot-tell', reason: 'no-interval', ...numbers, needed: null };
  }
  const [low, high] = interval;
  const isMet = bound === 'at-least' ? low >= limit : high <= limit;
  const isBroken = bound === 'at-least' ? high < limit : low > limit;
  if (isMet || isBroken) {
    if (found.n < fewest) {
      return { state: 'cannot-tell', reason: 'below-minimum', ...numbers, needed: fewest };
    }
    const state = isMet ? 'met' : 'not-met';
    return { state, reason: 'beyond-limit', ...numbers, needed: null };
  }
  const toTell = casesToTell(found, limit, level);
  const needed = toTell === null ? null : Math.max(fewest, toTell);
  const reason = found.n < fewest ? 'below-minimum' : 'interval-crosses-limit';
  return { state: 'cannot-tell', reason, ...numbers, needed };
}
