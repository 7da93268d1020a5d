import { chiSquareP } from '../numeric/chi-square-p.ts';

export interface ChiSquareTest {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/**
 * Likelihood-ratio test of two nested models.
 *
 * G² = 2(ℓ_1 − ℓ_0), χ² with as many degrees of freedom as the larger model has parameters more.
 *
 * @param smaller, larger log-likelihoods at the maximum.
 * @param degreesOfFreedom difference of the numbers of parameters, ≥ 1.
 * @returns statistic ≥ 0 and p in [0, 1].
 * @remarks Missing data: both models must be of the same respondents. A difference below 0 by rounding is 0.
 * @throws never.
 * @see Wilks, S. S. (1938). Ann Math Statist 9, 60–62. https://doi.org/10.1214/aoms/1177732360.
 */
export function likelihoodRatioTest(
  smaller: number,
  larger: number,
  degreesOfFreedom: number,
): ChiSquareTest {
  const chiSquare = Math.max(0, 2 * (larger - smaller));
  return { chiSquare, degreesOfFreedom, p: chiSquareP(chiSquare, degreesOfFreedom) };
}
