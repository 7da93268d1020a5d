/**
 * The sum.
 *
 * Σ xᵢ, added in the order given.
 *
 * @param values any numbers.
 * @returns their sum; 0 of nothing.
 * @remarks Missing data: one NaN makes the sum NaN.
 * @throws never.
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i += 1) total += values[i]!;
  return total;
}
