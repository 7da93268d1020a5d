import type { ChartPoint } from '../charts/control-chart.ts';
import type { RulePredicate, Side } from './rule.ts';
import { sideOfCentre } from './side-of-centre.ts';

/** Between two and three sigma. */
function isNearLimit({ value, lower, upper, innerLower, innerUpper }: ChartPoint): boolean {
  return (value > innerUpper && value <= upper) || (value < innerLower && value >= lower);
}

/**
 * A point near a limit, with another one among three neighbours of one side.
 *
 * Of three consecutive points, all on one side of the centre, two or three lie between two and three sigma; those
 * are flagged, the third is not.
 *
 * @param points of one stage.
 * @param i the point.
 * @returns the side, or null.
 * @remarks Missing data: points exist for periods with a value alone. A point beyond three sigma does not count
 *   as near, and one on the centre line is on no side.
 * @throws never.
 * @see NHS England (2018). Making Data Count. https://www.england.nhs.uk/publication/making-data-count/.
 *   Reference values: NHSRplotthedots. Other programs let a point
 *   beyond three sigma count, or do not ask for one side.
 */
export const twoOfThreeBeyondTwoSigma: RulePredicate = (points, i) => {
  const point = points[i];
  const side: Side | null = sideOfCentre(point);
  if (!point || side === null || !isNearLimit(point)) return null;
  const isFound = [i - 2, i - 1, i].some((from) => {
    const three = [from, from + 1, from + 2].map((place) => points[place]);
    return (
      three.every((one) => sideOfCentre(one) === side) &&
      three.filter((one) => one !== undefined && isNearLimit(one)).length >= 2
    );
  });
  return isFound ? side : null;
};
