import type { RulePredicate } from './rule.ts';
import { runAround } from './run-around.ts';
import { sideOfCentre } from './side-of-centre.ts';

const LENGTH = 7;

/**
 * A point of seven or more in a row on one side of the centre line.
 *
 * A run of one sign of x_j − CL, of length ≥ 7, that holds i.
 *
 * @param points of one stage.
 * @param i the point.
 * @returns the side, or null.
 * @remarks Missing data: points exist for periods with a value alone. A point on the line breaks the run.
 * @throws never.
 * @see NHS England (2018). Making Data Count. https://www.england.nhs.uk/publication/making-data-count/.
 *   Reference values: NHSRplotthedots.
 */
export const sevenPointShift: RulePredicate = (points, i) => {
  const isLong = runAround((place) => sideOfCentre(points[place]), i) >= LENGTH;
  return isLong ? sideOfCentre(points[i]) : null;
};
