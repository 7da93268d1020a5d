import type { BinnedCalibration } from '#analysis/monitoring/performance/calibration-from-bins.ts';

export type Estimated = { value: number; interval: readonly [number, number] | null } | null;
export type Estimates = Record<'ratio' | 'intercept' | 'slope', Estimated>;

/** What a page shows of calibration; null where there is none. */
export function estimatesOf({ ratio, recalibration }: BinnedCalibration): Estimates {
  const line = recalibration.ok && recalibration.line.ok ? recalibration.line.slope : null;
  return {
    ratio: ratio.ok ? { value: ratio.ratio, interval: ratio.interval } : null,
    intercept: recalibration.ok ? recalibration.inTheLarge : null,
    slope: line,
  };
}
