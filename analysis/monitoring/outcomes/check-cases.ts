import { DomainError, ShapeError } from '../../errors.ts';

/**
 * Cases with an outcome and a predicted risk are what they should be.
 *
 * y ∈ {0, 1}, 0 ≤ p ≤ 1.
 *
 * @param outcomes 0 or 1.
 * @param risks as many probabilities.
 * @returns nothing.
 * @remarks Missing data: to be left out before.
 * @throws ShapeError 'outcomes-and-risks'; DomainError 'not-binary', 'probability'.
 * @see Steyerberg, E. W. (2019). Clinical Prediction Models (2nd ed.). https://doi.org/10.1007/978-3-030-16399-0.
 */
export function checkCases(outcomes: ArrayLike<number>, risks: ArrayLike<number>): void {
  if (outcomes.length !== risks.length) throw new ShapeError('outcomes-and-risks');
  for (let i = 0; i < outcomes.length; i += 1) {
    const [y, p] = [outcomes[i] ?? NaN, risks[i] ?? NaN];
    if (y !== 0 && y !== 1) throw new DomainError('not-binary', { values: y });
    if (!(p >= 0 && p <= 1)) throw new DomainError('probability', { p });
  }
}
