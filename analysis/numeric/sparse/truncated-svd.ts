import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { drawNormal } from '../draw-normal.ts';
import type { Generator } from '../seeded-generator.ts';
import { orthonormalise } from './orthonormalise.ts';
import type { SparseMatrix } from './sparse-matrix.ts';
import { timesDense } from './times-dense.ts';
import { transposedTimesDense } from './transposed-times-dense.ts';

export type TruncatedSvd = {
  /** As many as were asked for, or fewer where the matrix has no more. */
  readonly rank: number;
  /** rows × rank, row-major: left singular vectors times singular values, U Σ. */
  readonly scores: Float64Array;
  readonly singularValues: Float64Array;
};

const oversampling = 10;

/**
 * The largest singular values of a sparse matrix and its rows along them, by random projection.
 *
 * Q = orth((A A′)^q A Ω) with Ω of normal draws, B = Q′A, B B′ = V Λ V′, then U Σ ≈ Q V Λ^{1/2}. Each
 * vector's largest entry is made positive, so that the result has one sign.
 *
 * @param a rows × columns
 * @param wanted number of singular vectors
 * @param random seeded generator
 * @param powers q, repeated multiplications that part close singular values
 *
 * @see Halko, N., Martinsson, P. G. & Tropp, J. A. (2011). Finding structure with randomness. SIAM
 *   Review 53(2), 217–288. doi:10.1137/090771806, algorithms 4.4 and 5.1
 */
export function truncatedSvd(
  a: SparseMatrix,
  wanted: number,
  random: Generator,
  powers = 3,
): TruncatedSvd {
  const width = Math.min(wanted + oversampling, a.rows, a.columns);
  if (width === 0)
    return { rank: 0, scores: new Float64Array(0), singularValues: new Float64Array(0) };
  const draws = Float64Array.from({ length: a.columns * width }, () => drawNormal(random));
  let q = timesDense(a, draws, width);
  orthonormalise(q, a.rows, width);
  for (let power = 0; power < powers; power += 1) {
    const back = transposedTimesDense(a, q, width);
    orthonormalise(back, a.columns, width);
    q = timesDense(a, back, width);
    orthonormalise(q, a.rows, width);
  }
  const projected = transposedTimesDense(a, q, width); // B′, columns × width
  const gram = new Matrix(width, width);
  for (let j = 0; j < width; j += 1) {
    for (let k = j; k < width; k += 1) {
      let sum = 0;
      for (let c = 0; c < a.columns; c += 1) {
        sum += projected[c * width + j]! * projected[c * width + k]!;
      }
      gram.set(j, k, sum);
      gram.set(k, j, sum);
    }
  }
  return rotated(q, a.rows, width, gram, wanted);
}

function rotated(
  q: Float64Array,
  rows: number,
  width: number,
  gram: Matrix,
  wanted: number,
): TruncatedSvd {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(gram, {
    assumeSymmetric: true,
  });
  const largest = Math.max(...realEigenvalues, 0);
  const order = realEigenvalues
    .map((value, index) => ({ value, index }))
    .filter(({ value }) => value > 1e-12 * largest)
    .sort((x, y) => y.value - x.value)
    .slice(0, wanted);
  const rank = order.length;
  const scores = new Float64Array(rows * rank);
  for (const [to, { value, index }] of order.entries()) {
    const sigma = Math.sqrt(value);
    const direction = Float64Array.from({ length: width }, (_, j) =>
      eigenvectorMatrix.get(j, index),
    );
    let extreme = 0;
    for (let row = 0; row < rows; row += 1) {
      let sum = 0;
      for (let j = 0; j < width; j += 1) sum += q[row * width + j]! * direction[j]!;
      scores[row * rank + to] = sum * sigma;
      if (Math.abs(sum) > Math.abs(extreme) + 1e-9) extreme = sum;
    }
    if (extreme < 0) for (let row = 0; row < rows; row += 1) scores[row * rank + to]! *= -1;
  }
  return {
    rank,
    scores,
    singularValues: Float64Array.from(order, ({ value }) => Math.sqrt(value)),
  };
}
