import type { ChartPoint } from '../charts/control-chart.ts';
import type { Direction } from './read-variation.ts';

export const assurances = ['consistently-pass', 'consistently-fail', 'hit-or-miss'] as const;

/** The assurance icon of NHS England: whether the process as it is will meet the target. */
export type Assurance = (typeof assurances)[number];

/**
 * Whether a stable process meets its target.
 *
 * Target beyond a limit of the latest point: met, or missed, every time; between them: now and then.
 *
 * @param latest limits of the last point of the chart.
 * @param target the value to reach.
 * @param direction which way is better.
 * @returns null where neither way is better.
 * @remarks Missing data: none. A target on a limit is hit or missed.
 * @throws never.
 * @see NHS England (2018). Making Data Count. https://www.england.nhs.uk/publication/making-data-count/.
 */
export function readAssurance(
  latest: Pick<ChartPoint, 'lower' | 'upper'>,
  target: number,
  direction: Direction,
): Assurance | null {
  if (direction === 'neutral') return null;
  const isAbove = target > latest.upper;
  const isBelow = target < latest.lower;
  if (!isAbove && !isBelow) return 'hit-or-miss';
  return isBelow === (direction === 'increase') ? 'consistently-pass' : 'consistently-fail';
}
