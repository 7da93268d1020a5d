import type { Estimate, TrendPoint } from './chart-types.ts';

export function isEstimate(point: TrendPoint): point is Estimate {
  return 'estimate' in point;
}
