import { Matrix, QrDecomposition } from 'ml-matrix';
import { drawNormal } from '../../numeric/draw-normal.ts';
import type { Generator } from '../../numeric/seeded-generator.ts';

/**
 * A random orthogonal matrix, uniform over all of them but for the signs of its columns.
 *
 * Q of the QR decomposition of a matrix of independent normal numbers.
 *
 * @param q order.
 * @param generator uniform numbers in [0, 1).
 * @returns q × q, row-major.
 * @remarks Missing data: none.
 * @throws never.
 * @see Stewart, G. W. (1980). The efficient generation of random orthogonal matrices. SIAM J Numer Anal 17,
 *   403–409. https://doi.org/10.1137/0717034.
 */
export function randomRotation(q: number, generator: Generator): Float64Array {
  const draws = Array.from({ length: q * q }, () => drawNormal(generator));
  const { orthogonalMatrix } = new QrDecomposition(Matrix.from1DArray(q, q, draws));
  return Float64Array.from(orthogonalMatrix.to1DArray());
}
