/**
 * Mean and central moments of the score on a partial credit item.
 *
 * P(c | θ) ∝ exp(cθ − β_c), β_0 = 0; E = Σ c P_c, μ_2, μ_3 = Σ (c − E)^h P_c.
 *
 * @param difficulties β_1 … β_m.
 * @param theta where.
 * @returns mean in (0, m) and moments; the second is the item's information.
 * @remarks Missing data: not here.
 * @throws never.
 * @see Masters, G. N., Wright, B. D. (1984). https://doi.org/10.1007/BF02302590.
 */
export function raschMoments(
  difficulties: Float64Array,
  theta: number,
): {
  readonly mean: number;
  readonly variance: number;
  readonly third: number;
} {
  const exponents = [0, ...Array.from(difficulties, (beta, c) => (c + 1) * theta - beta)];
  const highest = Math.max(...exponents);
  const weights = exponents.map((value) => Math.exp(value - highest));
  const sum = weights.reduce((total, value) => total + value, 0);
  const mean = weights.reduce((total, value, c) => total + c * value, 0) / sum;
  const central = (power: number) =>
    weights.reduce((total, value, c) => total + (c - mean) ** power * value, 0) / sum;
  return { mean, variance: central(2), third: central(3) };
}
