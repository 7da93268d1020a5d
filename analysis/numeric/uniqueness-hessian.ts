import type { Matrix } from 'ml-matrix';

/** lower triangle += weight · v v' */
function addOuter(lower: Float64Array, v: Float64Array, weight: number): void {
  const p = v.length;
  for (let i = 0; i < p; i += 1) {
    const factor = weight * v[i]!;
    for (let j = 0; j <= i; j += 1) lower[i * p + j]! += factor * v[j]!;
  }
}

/** lower triangle += (v v') ∘ other */
function addScaled(lower: Float64Array, v: Float64Array, other: Float64Array): void {
  const p = v.length;
  for (let i = 0; i < p; i += 1) {
    const factor = v[i]!;
    for (let j = 0; j <= i; j += 1) lower[i * p + j]! += factor * v[j]! * other[i * p + j]!;
  }
}

/**
 * Second derivatives of a concentrated factor-analysis criterion with respect to the uniquenesses.
 *
 * H = A ∘ P + Σ_{m > q} (w_m w_m') ∘ Σ_{n ≤ q} across(m, n) w_n w_n', with P = Σ_{m > q} w_m w_m' and
 * A = Σ_{m > q} within(m) w_m w_m', from the derivatives of eigenvalues (θ_m' = −w_im²) and eigenvectors.
 *
 * @param vectors p × p, eigenvectors w in columns, by falling eigenvalue.
 * @param q number of factors.
 * @param weights of a residual axis m, and of a residual axis m with a factor's axis n.
 * @returns p × p, row-major, symmetric.
 * @remarks Missing data: NaN in, NaN out. Equal eigenvalues across q make it infinite.
 * @throws never.
 * @see Jöreskog, K. G. (1977). Factor analysis by least squares and maximum likelihood methods. In
 *   Statistical Methods for Digital Computers 3, 125–153.
 */
export function uniquenessHessian(
  vectors: Matrix,
  q: number,
  weights: { within: (m: number) => number; across: (m: number, n: number) => number },
): Float64Array {
  const p = vectors.rows;
  const w = Array.from({ length: p }, (_, m) => Float64Array.from(vectors.getColumn(m)));
  const hessian = new Float64Array(p * p);
  const projector = new Float64Array(p * p);
  const weighted = new Float64Array(p * p);
  const mixed = new Float64Array(p * p);
  for (let m = q; m < p; m += 1) {
    addOuter(projector, w[m]!, 1);
    addOuter(weighted, w[m]!, weights.within(m));
    mixed.fill(0);
    for (let n = 0; n < q; n += 1) addOuter(mixed, w[n]!, weights.across(m, n));
    addScaled(hessian, w[m]!, mixed);
  }
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const cell = i * p + j;
      hessian[cell]! += weighted[cell]! * projector[cell]!;
      hessian[j * p + i] = hessian[cell]!;
    }
  }
  return hessian;
}
