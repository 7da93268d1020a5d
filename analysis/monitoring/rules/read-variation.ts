import type { SpecialCause } from './special-causes.ts';

export const directions = ['increase', 'decrease', 'neutral'] as const;

/** Which way is better. */
export type Direction = (typeof directions)[number];

export const variations = [
  'common-cause',
  'improvement-high',
  'improvement-low',
  'concern-high',
  'concern-low',
  'neutral-high',
  'neutral-low',
] as const;

/** The variation icon of NHS England: what the latest point says. */
export type Variation = (typeof variations)[number];

/**
 * What a point's signals mean, given which way is better.
 *
 * High and better when increasing, low and better when decreasing: improvement; the other way: concern.
 *
 * @param causes signals of the point (`specialCauses`); the first decides.
 * @param direction which way is better, or neither.
 * @returns reading and side.
 * @remarks Missing data: none. Without signals: common cause.
 * @throws never.
 * @see NHS England (2018). Making Data Count. https://www.england.nhs.uk/publication/making-data-count/.
 *   Reference values: NHSRplotthedots.
 */
export function readVariation(causes: readonly SpecialCause[], direction: Direction): Variation {
  const [first] = causes;
  if (!first) return 'common-cause';
  if (direction === 'neutral') return `neutral-${first.side}`;
  const isBetter = (first.side === 'high') === (direction === 'increase');
  return `${isBetter ? 'improvement' : 'concern'}-${first.side}`;
}
