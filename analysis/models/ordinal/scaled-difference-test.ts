import { invertPositiveDefinite } from '../../numeric/dense/invert-positive-definite.ts';
import { multiply } from '../../numeric/dense/multiply.ts';
import { transpose } from '../../numeric/dense/transpose.ts';
import { addWeightedSquares, type SparseRows } from '../../numeric/ordinal/sparse-rows.ts';
import type { OrdinalEstimate } from './estimate-ordinal.ts';
import { scaledShifted, type ScaledShiftedTest } from './scaled-shifted.ts';

function dense({ rows, width, begin, column, value }: SparseRows): Float64Array {
  const matrix = new Float64Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    for (let a = begin[row] ?? 0; a < (begin[row + 1] ?? 0); a += 1) {
      matrix[row * width + (column[a] ?? 0)] = value[a] ?? 0;
    }
  }
  return matrix;
}

/** H = (Δ₁′Δ₁)⁻¹ Δ₁′Δ₀: the directions of the narrower model in parameters of the wider one. */
function directionsWithin(
  wide: OrdinalEstimate,
  narrow: OrdinalEstimate,
): Float64Array | undefined {
  const [q1, q0] = [wide.model.freeCount, narrow.model.freeCount];
  const squares = new Float64Array(q1 * q1);
  const products = new Float64Array(q1 * q0);
  wide.jacobians.forEach((jacobian, index) => {
    const other = narrow.jacobians[index];
    if (!other) return;
    addWeightedSquares(squares, jacobian, new Float64Array(jacobian.rows).fill(1));
    const right = dense(other);
    const part = transposedTimesWide(jacobian, right, q0);
    part.forEach((value, cell) => (products[cell] = (products[cell] ?? 0) + value));
  });
  const inverse = invertPositiveDefinite(squares, q1, 1e-10)?.inverse;
  return inverse && multiply(inverse, products, q1, q1, q0);
}

/** J′ M for M with another number of columns than J. */
function transposedTimesWide(jacobian: SparseRows, matrix: Float64Array, columns: number) {
  const { rows, width } = jacobian;
  return multiply(transpose(dense(jacobian), rows, width), matrix, width, rows, columns);
}

/**
 * The scaled-and-shifted χ² difference test of nested models of ordered items.
 *
 * T = T₀ − T₁, df = df₀ − df₁, scaled by tr(UΓ) = tr(Q B) and tr(UΓUΓ) = tr(Q B Q B), where
 * Q = E⁻¹ − H(H′EH)⁻¹H′ and E, B belong to the wider model (`robustTraces`).
 *
 * @param wide the less restricted estimate; @param narrow the one nested in it, of the same data.
 * @returns the test; undefined without a difference in degrees of freedom, or when a matrix is singular.
 * @remarks Missing data: not applicable. It is not the difference of the scaled statistics.
 * @throws never.
 * @see Satorra, A. (2000). Scaled and adjusted restricted tests in multi-sample analysis of moment structures.
 *   In Heijmans et al. (eds.), Innovations in Multivariate Statistical Analysis, 233–247.
 *   https://doi.org/10.1007/978-1-4615-4603-0_17. Reference values: lavaan 0.6-14
 *   `lavTestLRT(method = "satorra.2000")`.
 */
export function scaledDifferenceTest(
  wide: OrdinalEstimate,
  narrow: OrdinalEstimate,
): ScaledShiftedTest | undefined {
  const df = narrow.test.degreesOfFreedom - wide.test.degreesOfFreedom;
  const [q1, q0] = [wide.model.freeCount, narrow.model.freeCount];
  const h = df > 0 ? directionsWithin(wide, narrow) : undefined;
  if (!h) return undefined;
  const turned = transpose(h, q1, q0);
  const eh = multiply(wide.traces.bread, h, q1, q1, q0);
  const inner = invertPositiveDefinite(multiply(turned, eh, q0, q1, q0), q0, 1e-10)?.inverse;
  if (!inner) return undefined;
  const taken = multiply(multiply(h, inner, q1, q0, q0), turned, q1, q0, q1);
  const q = wide.inverse.map((value, cell) => value - (taken[cell] ?? 0));
  const product = multiply(q, wide.traces.meat, q1, q1, q1);
  let [trace, squaredTrace] = [0, 0];
  for (let i = 0; i < q1; i += 1) {
    trace += product[i * (q1 + 1)] ?? 0;
    for (let j = 0; j < q1; j += 1) {
      squaredTrace += (product[i * q1 + j] ?? 0) * (product[j * q1 + i] ?? 0);
    }
  }
  const chiSquare = narrow.test.chiSquare - wide.test.chiSquare;
  return scaledShifted(chiSquare, df, { trace, squaredTrace });
}
