/**
 * A quantile by linear interpolation (type 7).
 *
 * With h = (n − 1) p, x_(⌊h⌋) + (h − ⌊h⌋)(x_(⌊h⌋+1) − x_(⌊h⌋)), places counted from 0.
 *
 * @param sorted n values, ascending.
 * @param p share in [0, 1].
 * @returns a value within the range of `sorted`; NaN when there are none.
 * @remarks Missing data: none allowed.
 * @throws never.
 * @see Hyndman, R. J., Fan, Y. (1996). Sample quantiles in statistical packages. The American Statistician
 *   50, 361–365. https://doi.org/10.1080/00031305.1996.10473566. Reference values: R 4.2.2 `quantile`.
 */
export function quantileOfSorted(sorted: Float64Array, p: number): number {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}
