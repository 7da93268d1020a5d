import type { ChartPoint } from '../charts/control-chart.ts';
import type { RulePredicate, Side } from './rule.ts';
import { runAround } from './run-around.ts';

const LENGTH = 7;

function stepTo(points: readonly ChartPoint[], i: number): Side | null {
  const [before, here] = [points[i - 1], points[i]];
  if (!before || !here || here.value === before.value) return null;
  return here.value > before.value ? 'high' : 'low';
}

/**
 * A point of seven or more that rise, or fall, without a break.
 *
 * Six differences x_j − x_{j−1} of one sign in a row, i among their ends.
 *
 * @param points of one stage.
 * @param i the point.
 * @returns high: rising, low: falling, or null.
 * @remarks Missing data: points exist for periods with a value alone. Equal neighbours break the trend. At a
 *   peak between two trends the one that led to it counts.
 * @throws never.
 * @see NHS England (2018). Making Data Count. https://www.england.nhs.uk/publication/making-data-count/.
 *   Reference values: NHSRplotthedots.
 */
export const sevenPointTrend: RulePredicate = (points, i) => {
  const step = (place: number) => stepTo(points, place);
  if (runAround(step, i) >= LENGTH - 1) return step(i);
  return runAround(step, i + 1) >= LENGTH - 1 ? step(i + 1) : null;
};
