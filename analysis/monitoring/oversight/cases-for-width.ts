import { DomainError } from '../../errors.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';

/** How many of n cases have the property. */
export interface Share {
  readonly x: number;
  readonly n: number;
}

/**
 * How many cases in all it takes before Wilson's interval of a share is at most so wide, if the share stays as it is.
 *
 * The width is 2z √(p̂(1 − p̂)/n + z²/4n²)/(1 + z²/n), which falls with n; the first whole n is searched by halving.
 *
 * @param share as observed. @param width of the whole interval, in (0, 1). @param level in (0, 1).
 * @returns a whole number ≥ 1.
 * @remarks Missing data: not in the counts. Without any case the share counts as a half, which takes most.
 * @throws DomainError 'count', 'share'.
 * @see Wilson, E. B. (1927). JASA 22, 209–212. https://doi.org/10.1080/01621459.1927.10502953. Checked against the interval itself.
 */
export function casesForWidth(share: Share, width: number, level = 0.95): number {
  const { x, n: cases } = share;
  if (!(x >= 0 && x <= cases && cases < Infinity)) {
    throw new DomainError('count', { count: x, size: cases });
  }
  if (!(width > 0 && width < 1)) throw new DomainError('share', { value: width });
  const z = normalQuantile((1 + level) / 2);
  const p = cases > 0 ? x / cases : 0.5;
  const widthAt = (n: number) =>
    (2 * z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  let [low, high] = [0, 1];
  while (widthAt(high) > width) [low, high] = [high, 2 * high];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (widthAt(middle) > width) low = middle;
    else high = middle;
  }
  return high;
}
