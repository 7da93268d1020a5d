import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { bivariateNormalDerivatives } from './bivariate-normal-derivatives.ts';
import { bivariateNormalProbability } from './bivariate-normal-probability.ts';

/** Thresholds and ρ at the maximum, with the inverse of the observed information. */
export interface PairMaximum {
  readonly row: Float64Array;
  readonly column: Float64Array;
  readonly rho: number;
  readonly logLikelihood: number;
  /** (R + C − 1)²: row thresholds, column thresholds, ρ. */
  readonly covariance: Matrix;
}

/** Adds to a symmetric matrix. */
function add(matrix: Matrix, a: number, b: number, value: number): void {
  matrix.set(a, b, matrix.get(a, b) + value);
  if (a !== b) matrix.set(b, a, matrix.get(b, a) + value);
}

interface Evaluation {
  logLikelihood: number;
  gradient: Float64Array;
  information: Matrix;
  outer: Matrix;
}

const floor = Number.EPSILON;

/** `theta`: row thresholds, column thresholds, ρ. */
function evaluate(
  counts: Float64Array,
  rows: number,
  columns: number,
  theta: Float64Array,
): Evaluation {
  const q = rows + columns - 1;
  const rho = theta[q - 1]!;
  const limitOfRow = (i: number) => (i < rows - 1 ? theta[i]! : Infinity);
  const limitOfColumn = (j: number) => (j < columns - 1 ? theta[rows - 1 + j]! : Infinity);
  const p = new Float64Array(counts.length);
  const slopes = new Float64Array(counts.length * q);
  const corners: (readonly [cell: number, sign: number])[][] = [];
  const derivatives = [];
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1) {
      const d = bivariateNormalDerivatives(limitOfRow(i), limitOfColumn(j), rho);
      const value = bivariateNormalProbability(limitOfRow(i), limitOfColumn(j), rho);
      const cell = i * columns + j;
      const meets: (readonly [number, number])[] = [[cell, 1]];
      if (j + 1 < columns) meets.push([cell + 1, -1]);
      if (i + 1 < rows) meets.push([cell + columns, -1]);
      if (i + 1 < rows && j + 1 < columns) meets.push([cell + columns + 1, 1]);
      for (const [other, sign] of meets) {
        p[other]! += sign * value;
        if (i < rows - 1) slopes[other * q + i]! += sign * d.h;
        if (j < columns - 1) slopes[other * q + rows - 1 + j]! += sign * d.k;
        slopes[other * q + q - 1]! += sign * d.rho;
      }
      corners.push(meets);
      derivatives.push(d);
    }
  }
  const gradient = new Float64Array(q);
  const outer = Matrix.zeros(q, q);
  const curvature = Matrix.zeros(q, q);
  let logLikelihood = 0;
  for (let cell = 0; cell < counts.length; cell += 1) {
    const probability = Math.max(p[cell]!, floor);
    const weight = counts[cell]! / probability;
    if (counts[cell]! > 0) logLikelihood += counts[cell]! * Math.log(probability);
    for (let a = 0; a < q; a += 1) {
      const slope = slopes[cell * q + a]!;
      gradient[a]! += weight * slope;
      for (let b = 0; b <= a; b += 1) {
        const product = (weight / probability) * slope * slopes[cell * q + b]!;
        add(outer, a, b, product);
      }
    }
  }
  derivatives.forEach((d, crossing) => {
    let weight = 0;
    for (const [cell, sign] of corners[crossing]!) {
      weight += (sign * counts[cell]!) / Math.max(p[cell]!, floor);
    }
    const i = Math.trunc(crossing / columns);
    const j = crossing - i * columns;
    const [isRow, isColumn] = [i < rows - 1, j < columns - 1];
    if (isRow) add(curvature, i, i, weight * d.hh);
    if (isRow) add(curvature, i, q - 1, weight * d.hRho);
    if (isColumn) add(curvature, rows - 1 + j, rows - 1 + j, weight * d.kk);
    if (isColumn) add(curvature, rows - 1 + j, q - 1, weight * d.kRho);
    if (isRow && isColumn) add(curvature, i, rows - 1 + j, weight * d.hk);
    add(curvature, q - 1, q - 1, weight * d.rhoRho);
  });
  return { logLikelihood, gradient, outer, information: Matrix.sub(outer, curvature) };
}

function isLegal(theta: Float64Array, rows: number): boolean {
  const rises = (from: number, to: number) => {
    for (let i = from + 1; i < to; i += 1) if (!(theta[i]! > theta[i - 1]!)) return false;
    return true;
  };
  const last = theta.length - 1;
  return Math.abs(theta[last]!) < 0.9999 && rises(0, rows - 1) && rises(rows - 1, last);
}

/** Newton's step, or that of the squared scores where the curvature is not negative definite. */
function stepFrom({ gradient, information, outer }: Evaluation): Float64Array | undefined {
  const right = Matrix.columnVector(gradient);
  for (const matrix of [information, outer]) {
    const cholesky = new CholeskyDecomposition(matrix);
    if (cholesky.isPositiveDefinite()) return Float64Array.from(cholesky.solve(right).to1DArray());
  }
  return undefined;
}

/**
 * Maximum likelihood of both sets of thresholds and of ρ together from a contingency table.
 *
 * ln L(τ, ρ) = Σ n_ab ln π_ab(τ, ρ), by Newton's method with analytic second derivatives and halving of
 * steps that lower the likelihood or put thresholds out of order.
 *
 * @param counts R × C, row-major; every row and column sum above zero.
 * @param rows R.
 * @param columns C.
 * @param start row thresholds, column thresholds, ρ; the two-step estimates do.
 * @returns the maximum and the inverse of the observed information; undefined when there is none inside
 *   |ρ| < .9999.
 * @remarks Missing data: not counted.
 * @throws never.
 * @see Olsson, U. (1979). Psychometrika 44, 443–460, section 3. https://doi.org/10.1007/BF02296207.
 *   Reference values: polycor 0.8-1 `polychor(ML = TRUE, std.err = TRUE)`.
 */
export function maximisePairLikelihood(
  counts: Float64Array,
  rows: number,
  columns: number,
  start: Float64Array,
): PairMaximum | undefined {
  let theta = start;
  let now = evaluate(counts, rows, columns, theta);
  for (let iteration = 0; iteration < 100; iteration += 1) {
    const step = stepFrom(now);
    if (!step) return undefined;
    let next = theta;
    let after: Evaluation | undefined;
    for (let share = 1; share > 1e-6 && !after; share /= 2) {
      next = theta.map((value, index) => value + share * step[index]!);
      if (!isLegal(next, rows)) continue;
      const tried = evaluate(counts, rows, columns, next);
      if (tried.logLikelihood >= now.logLikelihood - 1e-9) after = tried;
    }
    if (!after) return undefined;
    const change = Math.max(...next.map((value, index) => Math.abs(value - theta[index]!)));
    [theta, now] = [next, after];
    if (change < 1e-9) break;
    if (iteration === 99) return undefined;
  }
  const cholesky = new CholeskyDecomposition(now.information);
  if (!cholesky.isPositiveDefinite()) return undefined;
  const last = theta.length - 1;
  return {
    row: theta.slice(0, rows - 1),
    column: theta.slice(rows - 1, last),
    rho: theta[last]!,
    logLikelihood: now.logLikelihood,
    covariance: cholesky.solve(Matrix.eye(theta.length)),
  };
}
