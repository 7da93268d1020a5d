/**
 * How far one answer moves the estimated thresholds of an ordered item.
 *
 * τ̂_c = Φ⁻¹(F̂_c), so z_c(a) = (1{a ≤ c} − F_c) / φ(τ_c): the influence function, whose mean square is n
 * times the asymptotic variance.
 *
 * @param thresholds C − 1, ascending.
 * @param below Φ of each: the share at or below category c.
 * @returns C × (C − 1), row-major; row: the category answered.
 * @remarks Missing data: none.
 * @throws never.
 * @see Muthén, B. (1984). Psychometrika 49, 115–132, section 4. https://doi.org/10.1007/BF02294210.
 *   Reference values: lavaan 0.6-14, through the standard errors made of it.
 */
export function thresholdInfluence(thresholds: Float64Array, below: Float64Array): Float64Array {
  const cuts = thresholds.length;
  const influence = new Float64Array((cuts + 1) * cuts);
  for (let c = 0; c < cuts; c += 1) {
    const tau = thresholds[c]!;
    const density = Math.exp((-tau * tau) / 2) / Math.sqrt(2 * Math.PI);
    for (let a = 0; a <= cuts; a += 1) {
      influence[a * cuts + c] = ((a <= c ? 1 : 0) - below[c]!) / density;
    }
  }
  return influence;
}
