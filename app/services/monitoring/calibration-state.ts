import type { Estimated, Estimates } from './calibration-estimates.ts';

/** Whether an interval holds 1, or lies below or above it; nothing is known without one. */
export type AboutOne = 'holds' | 'below' | 'above' | 'unknown';

export function aboutOne(estimate: Estimated): AboutOne {
  if (!estimate?.interval) return 'unknown';
  const [low, high] = estimate.interval;
  if (low > 1) return 'above';
  return high < 1 ? 'below' : 'holds';
}

/** Whether it is known to lie off. */
export const leavesOneOut = (estimate: Estimated): boolean =>
  ['below', 'above'].includes(aboutOne(estimate));

export type CalibrationState = 'holds' | 'off' | 'unknown';

/**
 * What number of outcomes and slope say together: off where either interval leaves 1 out; that nothing is wrong, as far
 * as can be seen, takes both.
 */
export function calibrationState({
  ratio,
  slope,
}: Pick<Estimates, 'ratio' | 'slope'>): CalibrationState {
  const both = [aboutOne(ratio), aboutOne(slope)];
  if ([ratio, slope].some(leavesOneOut)) return 'off';
  return both.includes('unknown') ? 'unknown' : 'holds';
}
