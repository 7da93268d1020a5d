import { DomainError } from '../../errors.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import type { Found } from './criterion.ts';
import { estimateFound } from './estimate-found.ts';

/** More than anybody will wait for: it is said that no number decides. */
const most = 1e9;

const atSize = (found: Found, n: number): Found =>
  found.kind === 'mean' ? { ...found, n } : { ...found, n, x: (found.x / found.n) * n };

function isApart(found: Found, limit: number, level: number): boolean {
  const interval = estimateFound(found, level)?.interval;
  return interval != null && (interval[0] > limit || interval[1] < limit);
}

/**
 * How many cases it takes until the interval lies on one side of a limit, if what was found stays as it is.
 *
 * Share: Wilson's interval leaves out p₀ exactly when |p̂ − p₀| > z √(p₀(1 − p₀)/n), so n is the smallest whole
 * number above z² p₀(1 − p₀)/(p̂ − p₀)². Rates and means: the smallest whole n at which the interval of
 * `estimateFound` leaves out the limit, by bisection, as intervals narrow with n.
 *
 * @param found what was counted, with at least one case.
 * @param limit share: in (0, 1); rate: > 0; mean: any.
 * @param level confidence level in (0, 1).
 * @returns cases (of a rate: exposure) altogether, ≥ 1; null where no number decides: found is on the limit or all but,
 *   or the mean has no SD.
 * @remarks Missing data: not in the counts. What is found then will be another value: about half of all times
 *   more are needed.
 * @throws DomainError 'limit', and of `estimateFound`.
 * @see Wilson, E. B. (1927). Probable inference. https://doi.org/10.1080/01621459.1927.10502953; the interval
 *   inverts the score test. Checked by counting upwards.
 */
export function casesToTell(found: Found, limit: number, level = 0.95): number | null {
  const isShare = found.kind === 'share';
  if (!(found.kind === 'mean' || (limit > 0 && (!isShare || limit < 1)))) {
    throw new DomainError('limit', { limit });
  }
  const estimated = estimateFound(found, level);
  if (estimated === null) return null;
  const away = Math.abs(estimated.value - limit);
  if (isShare) {
    const z = normalQuantile((1 + level) / 2);
    const n = Math.floor((z * z * limit * (1 - limit)) / (away * away)) + 1;
    return n <= most ? n : null;
  }
  if (found.kind === 'mean' && (found.sd === null || found.sd === 0)) {
    return found.sd === 0 && away > 0 ? 2 : null;
  }
  let high = 2;
  while (!isApart(atSize(found, high), limit, level)) {
    high *= 2;
    if (high > most) return null;
  }
  let low = found.kind === 'mean' ? 1 : 0;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isApart(atSize(found, middle), limit, level)) high = middle;
    else low = middle;
  }
  return high;
}
