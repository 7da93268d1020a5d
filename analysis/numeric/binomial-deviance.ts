/**
 * The deviance part of a binomial or Poisson probability, x ln(x / m) + m − x.
 *
 * Near x = m the direct form cancels; there, with v = (x − m)/(x + m), the series
 * D = (x − m) v + 2x Σ_j v^(2j+1)/(2j + 1).
 *
 * @param x observed, ≥ 0.
 * @param m expected, > 0.
 * @returns the deviance part, ≥ 0; 0 when x = m.
 * @remarks Missing data: NaN in, NaN out. x = 0 gives m.
 * @throws never.
 * @see Loader, C. (2000). Fast and Accurate Computation of Binomial Probabilities, section 2.
 *   Reference values: R 4.2.2, through `pbeta`.
 */
export function binomialDeviance(x: number, m: number): number {
  if (x === 0) return m;
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j += 1) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
