/**
 * The Wasserstein distance of two samples: how far values moved, in their own unit.
 *
 * W₁ = ∫ |F(x) − G(x)| dx.
 *
 * @param first numbers, at least one, no NaN.
 * @param second numbers, at least one, no NaN.
 * @returns ≥ 0, in the unit of the values.
 * @remarks Missing data: to be left out before.
 * @throws never.
 * @see Vallender, S. S. (1974). https://doi.org/10.1137/1118101. Reference values: R 4.2.2 by formula.
 */
export function wassersteinDistance(first: Float64Array, second: Float64Array): number {
  const [a, b] = [first.slice().sort(), second.slice().sort()];
  const all = Float64Array.from([...a, ...b]).sort();
  let [i, j, distance] = [0, 0, 0];
  for (let place = 0; place + 1 < all.length; place += 1) {
    const value = all[place] ?? NaN;
    while (i < a.length && (a[i] ?? NaN) <= value) i += 1;
    while (j < b.length && (b[j] ?? NaN) <= value) j += 1;
    distance += Math.abs(i / a.length - j / b.length) * ((all[place + 1] ?? NaN) - value);
  }
  return distance;
}
