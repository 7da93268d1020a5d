export interface ScreeRules {
  /** Eigenvalues above 1. Overestimates; shown because readers expect it, never the advice. */
  readonly kaiser: number;
  /** Leading eigenvalues above the reference line and above the line through the values that follow. */
  readonly optimalCoordinates: number;
  /** The value before the sharpest bend. */
  readonly accelerationFactor: number;
}

/**
 * Numbers of components read off the scree plot by rule.
 *
 * Kaiser: #{θ > 1}. Optimal coordinates: leading θ_i ≥ the reference and ≥ the line through θ_(i+1) and θ_p
 * extended to i. Acceleration factor: i − 1 for the largest θ_(i+1) − 2θ_i + θ_(i−1).
 *
 * @param eigenvalues p ≥ 3, descending.
 * @param reference p values of the parallel line.
 * @returns counts in 0 … p.
 * @remarks Missing data: none. Fewer than three values: optimal coordinates and acceleration are 0.
 * @throws never.
 * @see Raîche, G., Walls, T. A., Magis, D., Riopel, M., Blais, J.-G. (2013). Non-graphical solutions for
 *   Cattell's scree test. Methodology 9, 23–29. https://doi.org/10.1027/1614-2241/a000051. Reference values:
 *   nFactors 2.4.1.1 `nScree`.
 */
export function screeRules(eigenvalues: Float64Array, reference: Float64Array): ScreeRules {
  const p = eigenvalues.length;
  const at = (i: number) => eigenvalues[i] ?? NaN;
  const kaiser = eigenvalues.filter((value) => value > 1).length;
  let optimalCoordinates = 0;
  while (optimalCoordinates < p - 2) {
    const i = optimalCoordinates;
    const slope = (at(p - 1) - at(i + 1)) / (p - 2 - i);
    const isAbove = at(i) >= at(i + 1) - slope && at(i) >= (reference[i] ?? NaN);
    if (!isAbove) break;
    optimalCoordinates += 1;
  }
  let accelerationFactor = 0;
  let sharpest = -Infinity;
  for (let i = 1; i < p - 1; i += 1) {
    const bend = at(i + 1) - 2 * at(i) + at(i - 1);
    if (bend > sharpest) [sharpest, accelerationFactor] = [bend, i];
  }
  return { kaiser, optimalCoordinates, accelerationFactor };
}
