import { minimiseLbfgs } from '../minimise-lbfgs.ts';
import type { SparseMatrix } from './sparse-matrix.ts';

export type LogisticModel = {
  /** (columns + 1) × classes, row-major; the last row are the intercepts. */
  readonly coefficients: Float64Array;
  readonly classes: number;
};

/** Scores of all classes for one row, then their softmax, in place. */
function classProbabilities(
  x: SparseMatrix,
  row: number,
  coefficients: Float64Array,
  classes: number,
  into: Float64Array,
): void {
  const intercepts = x.columns * classes;
  for (let c = 0; c < classes; c += 1) into[c] = coefficients[intercepts + c]!;
  for (let at = x.starts[row]!; at < x.starts[row + 1]!; at += 1) {
    const from = x.columnOf[at]! * classes;
    for (let c = 0; c < classes; c += 1) into[c]! += x.values[at]! * coefficients[from + c]!;
  }
  let largest = -Infinity;
  for (let c = 0; c < classes; c += 1) largest = Math.max(largest, into[c]!);
  let sum = 0;
  for (let c = 0; c < classes; c += 1) {
    into[c] = Math.exp(into[c]! - largest);
    sum += into[c]!;
  }
  for (let c = 0; c < classes; c += 1) into[c]! /= sum;
}

/**
 * Multinomial logistic regression with a ridge: min ½ |B|² + C Σ_i −log p(y_i | x_i), the intercepts free.
 *
 * @param x observations × variables
 * @param y class of each observation, 0 … classes − 1
 * @param strength C: how much the data weigh against the ridge
 *
 * @see Hastie, T., Tibshirani, R. & Friedman, J. (2009). The elements of statistical learning, 4.4 and
 *   18.4; parametrised as scikit-learn LogisticRegression
 */
export function fitMultinomialLogistic(
  x: SparseMatrix,
  y: Int32Array,
  classes: number,
  strength = 1,
): LogisticModel {
  const intercepts = x.columns * classes;
  const probabilities = new Float64Array(classes);
  const coefficients = minimiseLbfgs(
    (b, gradient) => {
      let value = 0;
      for (let at = 0; at < intercepts; at += 1) {
        value += (b[at]! * b[at]!) / 2;
        gradient[at] = b[at]!;
      }
      for (let row = 0; row < x.rows; row += 1) {
        classProbabilities(x, row, b, classes, probabilities);
        value -= strength * Math.log(Math.max(1e-300, probabilities[y[row]!]!));
        probabilities[y[row]!]! -= 1;
        for (let c = 0; c < classes; c += 1)
          gradient[intercepts + c]! += strength * probabilities[c]!;
        for (let at = x.starts[row]!; at < x.starts[row + 1]!; at += 1) {
          const from = x.columnOf[at]! * classes;
          const weight = strength * x.values[at]!;
          for (let c = 0; c < classes; c += 1) gradient[from + c]! += weight * probabilities[c]!;
        }
      }
      return value;
    },
    new Float64Array((x.columns + 1) * classes),
  );
  return { coefficients, classes };
}

/** Probabilities of the classes for each row: rows × classes, row-major. */
export function predictMultinomialLogistic(model: LogisticModel, x: SparseMatrix): Float64Array {
  const { classes } = model;
  const result = new Float64Array(x.rows * classes);
  for (let row = 0; row < x.rows; row += 1) {
    const into = result.subarray(row * classes, (row + 1) * classes);
    classProbabilities(x, row, model.coefficients, classes, into);
  }
  return result;
}
