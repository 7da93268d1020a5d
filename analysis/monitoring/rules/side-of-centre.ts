import type { ChartPoint } from '../charts/control-chart.ts';
import type { Side } from './rule.ts';

/**
 * On which side of the centre line a point lies.
 *
 * x > CL, x < CL.
 *
 * @param point of a chart; undefined beyond its ends.
 * @returns the side, null on the line.
 * @remarks Missing data: null.
 * @throws never.
 * @see NHS England (2018). Making Data Count. https://www.england.nhs.uk/publication/making-data-count/.
 */
export function sideOfCentre(point: ChartPoint | undefined): Side | null {
  if (!point) return null;
  if (point.value > point.centre) return 'high';
  return point.value < point.centre ? 'low' : null;
}
