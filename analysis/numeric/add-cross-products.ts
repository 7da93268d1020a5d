/**
 * Adds the cross-products of k vectors of n numbers to a k × k matrix.
 *
 * C_ij ← C_ij + Σ_r z_ir z_jr for i ≥ j, four by four vectors at a time, so that each number read takes
 * part in four products.
 *
 * @param vectors k × n, row-major: one vector after the other, n numbers each, stride apart.
 * @param k number of vectors.
 * @param n numbers of each vector that count.
 * @param stride distance between the beginnings of two vectors, at least n.
 * @param sums k × k, row-major; the lower triangle with the diagonal is added to.
 * @remarks Missing data: none allowed.
 * @throws never.
 * @see Golub, G. H., Van Loan, C. F. (2013). Matrix Computations (4th ed.), section 1.5 (blocking).
 *   Checked against a plain double loop.
 */
export function addCrossProducts(
  vectors: Float64Array,
  { k, n, stride }: { k: number; n: number; stride: number },
  sums: Float64Array,
): void {
  const blocks = k - (k % 4);
  for (let i = 0; i < blocks; i += 4) {
    for (let j = 0; j <= i; j += 4) addBlock(vectors, i, j, { k, n, stride }, sums);
  }
  for (let i = blocks; i < k; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = 0;
      for (let r = 0; r < n; r += 1) sum += vectors[i * stride + r]! * vectors[j * stride + r]!;
      sums[i * k + j]! += sum;
    }
  }
}

function addBlock(
  z: Float64Array,
  i: number,
  j: number,
  { k, n, stride }: { k: number; n: number; stride: number },
  sums: Float64Array,
): void {
  let [a0, a1, a2, a3] = [i * stride, (i + 1) * stride, (i + 2) * stride, (i + 3) * stride];
  let [b0, b1, b2, b3] = [j * stride, (j + 1) * stride, (j + 2) * stride, (j + 3) * stride];
  let s00 = 0,
    s01 = 0,
    s02 = 0,
    s03 = 0;
  let s10 = 0,
    s11 = 0,
    s12 = 0,
    s13 = 0;
  let s20 = 0,
    s21 = 0,
    s22 = 0,
    s23 = 0;
  let s30 = 0,
    s31 = 0,
    s32 = 0,
    s33 = 0;
  for (let r = 0; r < n; r += 1) {
    const x0 = z[b0++]!,
      x1 = z[b1++]!,
      x2 = z[b2++]!,
      x3 = z[b3++]!;
    const y0 = z[a0++]!;
    s00 += y0 * x0;
    s01 += y0 * x1;
    s02 += y0 * x2;
    s03 += y0 * x3;
    const y1 = z[a1++]!;
    s10 += y1 * x0;
    s11 += y1 * x1;
    s12 += y1 * x2;
    s13 += y1 * x3;
    const y2 = z[a2++]!;
    s20 += y2 * x0;
    s21 += y2 * x1;
    s22 += y2 * x2;
    s23 += y2 * x3;
    const y3 = z[a3++]!;
    s30 += y3 * x0;
    s31 += y3 * x1;
    s32 += y3 * x2;
    s33 += y3 * x3;
  }
  const [r0, r1, r2, r3] = [i * k + j, (i + 1) * k + j, (i + 2) * k + j, (i + 3) * k + j];
  sums[r0]! += s00;
  sums[r1]! += s10;
  sums[r2]! += s20;
  sums[r3]! += s30;
  sums[r1 + 1]! += s11;
  sums[r2 + 1]! += s21;
  sums[r3 + 1]! += s31;
  sums[r2 + 2]! += s22;
  sums[r3 + 2]! += s32;
  sums[r3 + 3]! += s33;
  sums[r0 + 1]! += s01;
  sums[r0 + 2]! += s02;
  sums[r0 + 3]! += s03;
  sums[r1 + 2]! += s12;
  sums[r1 + 3]! += s13;
  sums[r2 + 3]! += s23;
}
