import type { RotationCriterion } from './criteria.ts';
import { invertSmall } from './invert-small.ts';

export interface ObliqueRotation {
  /** p × q, row-major: the pattern L = A (T')⁻¹. */
  readonly loadings: Float64Array;
  /** q × q, row-major: factor correlations T'T. */
  readonly phi: Float64Array;
  readonly value: number;
  readonly converged: boolean;
}

/** A (T')⁻¹, with the inverse of T at hand. */
function pattern(a: Float64Array, inverse: Float64Array, q: number): Float64Array {
  const loadings = new Float64Array(a.length);
  for (let row = 0; row < a.length; row += q) {
    for (let m = 0; m < q; m += 1) {
      let sum = 0;
      for (let n = 0; n < q; n += 1) sum += a[row + n]! * inverse[m * q + n]!;
      loadings[row + m] = sum;
    }
  }
  return loadings;
}

/** −(L' G T⁻¹)', q × q: the criterion's derivative with respect to T. */
function slope(loadings: Float64Array, gradient: Float64Array, inverse: Float64Array, q: number) {
  const cross = new Float64Array(q * q);
  for (let row = 0; row < loadings.length; row += q) {
    for (let m = 0; m < q; m += 1) {
      for (let n = 0; n < q; n += 1) cross[m * q + n]! += loadings[row + m]! * gradient[row + n]!;
    }
  }
  const result = new Float64Array(q * q);
  for (let m = 0; m < q; m += 1) {
    for (let n = 0; n < q; n += 1) {
      let sum = 0;
      for (let o = 0; o < q; o += 1) sum += cross[m * q + o]! * inverse[o * q + n]!;
      result[n * q + m] = -sum;
    }
  }
  return result;
}

/** The part of G that moves columns of unit length along the sphere, and its squared size. */
function project(
  g: Float64Array,
  t: Float64Array,
  q: number,
): { along: Float64Array; size: number } {
  const along = new Float64Array(q * q);
  let size = 0;
  for (let column = 0; column < q; column += 1) {
    let inner = 0;
    for (let row = 0; row < q; row += 1) inner += t[row * q + column]! * g[row * q + column]!;
    for (let row = 0; row < q; row += 1) {
      const value = g[row * q + column]! - inner * t[row * q + column]!;
      along[row * q + column] = value;
      size += value * value;
    }
  }
  return { along, size };
}

/** T − step · direction with its columns brought back to unit length. */
function stepOnSphere(t: Float64Array, direction: Float64Array, step: number, q: number) {
  const moved = new Float64Array(q * q);
  for (let column = 0; column < q; column += 1) {
    let squares = 0;
    for (let cell = column; cell < q * q; cell += q) {
      const value = t[cell]! - step * direction[cell]!;
      moved[cell] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares);
    for (let cell = column; cell < q * q; cell += q) moved[cell]! /= length;
  }
  return moved;
}

/**
 * Oblique rotation by gradient projection.
 *
 * min_T f(A (T')⁻¹) over T with columns of unit length; T ← unit(T − α G_p), G_p the projected gradient,
 * α doubled after a success and halved until f falls by at least α |G_p|² / 2.
 *
 * @param a p × q, row-major: unrotated loadings.
 * @param q factors, ≥ 2.
 * @param criterion what is minimised.
 * @param start q × q, row-major, columns of unit length.
 * @returns pattern, factor correlations, value of the criterion.
 * @remarks Missing data: NaN in, NaN out. Not converged after 2,000 steps is said so.
 * @throws never.
 * @see Jennrich, R. I. (2002). A simple general method for oblique rotation. Psychometrika 67, 7–19.
 *   https://doi.org/10.1007/BF02294706. Reference values: GPArotation 2022.10.2.
 */
export function rotateObliquely(
  a: Float64Array,
  q: number,
  criterion: RotationCriterion,
  start: Float64Array,
): ObliqueRotation {
  let t = start;
  let inverse = invertSmall(t, q) ?? new Float64Array(q * q).fill(NaN);
  let loadings = pattern(a, inverse, q);
  let { value, gradient } = criterion(loadings, q);
  let step = 1;
  let converged = false;
  for (let iteration = 0; iteration < 2000; iteration += 1) {
    const { along, size } = project(slope(loadings, gradient, inverse, q), t, q);
    converged = size < 1e-16;
    if (converged || Number.isNaN(size)) break;
    step *= 2;
    let moves = false;
    for (let halving = 0; halving < 40; halving += 1, step /= 2) {
      const moved = stepOnSphere(t, along, step, q);
      const movedInverse = invertSmall(moved, q);
      if (!movedInverse) continue;
      const movedLoadings = pattern(a, movedInverse, q);
      const next = criterion(movedLoadings, q);
      if (next.value > value - 0.5 * size * step || next.value >= value) continue;
      [t, inverse, loadings] = [moved, movedInverse, movedLoadings];
      ({ value, gradient } = next);
      moves = true;
      break;
    }
    if (!moves) {
      // Rounding of f hides any further fall; slopes are of the order of f.
      converged = size < 1e-12 * value * value;
      break;
    }
  }
  const phi = new Float64Array(q * q);
  for (let m = 0; m < q; m += 1) {
    for (let n = 0; n < q; n += 1) {
      for (let row = 0; row < q; row += 1) phi[m * q + n]! += t[row * q + m]! * t[row * q + n]!;
    }
  }
  return { loadings, phi, value, converged };
}
