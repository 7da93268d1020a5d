/**
 * Second derivatives from an exact gradient, by central differences.
 *
 * H_ab ≈ (g_a(x + δ_b) − g_a(x − δ_b)) / 2δ_b, δ_b = 1e-5 max(1, |x_b|), then made symmetric.
 *
 * @param gradientAt writes the gradient at x.
 * @param x where.
 * @returns size × size, row-major, symmetric; error about 1e-9 of the third derivatives.
 * @remarks Missing data: NaN of the gradient spreads.
 * @throws never.
 * @see Nocedal, J., Wright, S. J. (2006). Numerical Optimization (2nd ed.), section 8.1.
 *   https://doi.org/10.1007/978-0-387-40065-5.
 */
export function gradientHessian(
  gradientAt: (x: Float64Array, gradient: Float64Array) => void,
  x: Float64Array,
): Float64Array {
  const size = x.length;
  const hessian = new Float64Array(size * size);
  const moved = Float64Array.from(x);
  const [ahead, behind] = [new Float64Array(size), new Float64Array(size)];
  for (let b = 0; b < size; b += 1) {
    const delta = 1e-5 * Math.max(1, Math.abs(x[b]!));
    moved[b] = x[b]! + delta;
    gradientAt(moved, ahead);
    moved[b] = x[b]! - delta;
    gradientAt(moved, behind);
    moved[b] = x[b]!;
    for (let a = 0; a < size; a += 1) {
      const element = (ahead[a]! - behind[a]!) / (4 * delta);
      hessian[a * size + b]! += element;
      hessian[b * size + a]! += element;
    }
  }
  return hessian;
}
