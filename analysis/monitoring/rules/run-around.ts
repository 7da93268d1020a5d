import type { Side } from './rule.ts';

/**
 * The longest run of equal marks around a place.
 *
 * The stretch first ≤ i ≤ last with one mark throughout.
 *
 * @param markAt mark of a place; null breaks runs.
 * @param i the place.
 * @returns how many places the run has; 0 when place i has no mark.
 * @remarks Missing data: null.
 * @throws never.
 * @see Wald, A., Wolfowitz, J. (1940). On a test whether two samples are from the same population. Ann Math
 *   Statist 11, 147–162 (runs). https://doi.org/10.1214/aoms/1177731909.
 */
export function runAround(markAt: (place: number) => Side | null, i: number): number {
  const mark = markAt(i);
  if (mark === null) return 0;
  let [first, last] = [i, i];
  while (markAt(first - 1) === mark) first -= 1;
  while (markAt(last + 1) === mark) last += 1;
  return last - first + 1;
}
