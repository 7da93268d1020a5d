import type { NotEstimable } from '../estimate.ts';
import type { ItemMatrix } from '../table/item-matrix.ts';

export interface TwoWayMeanSquares {
  readonly ok: true;
  readonly n: number;
  /** Measurements of each subject: raters or occasions. */
  readonly k: number;
  /** Between subjects, n − 1. */
  readonly subjects: number;
  /** Between measurements, k − 1. */
  readonly measurements: number;
  /** What neither explains, (n − 1)(k − 1). */
  readonly residual: number;
  /** Within subjects, n(k − 1). */
  readonly within: number;
  /** Σ (x − x̄)² / (nk − 1): variance of all measurements about their common mean. */
  readonly total: number;
}

/**
 * Mean squares of a two-way layout without replication: subjects by measurements.
 *
 * MS_R = k Σ (x̄_i. − x̄)²/(n − 1), MS_C = n Σ (x̄_.j − x̄)²/(k − 1), MS_E = Σ (x_ij − x̄_i. − x̄_.j + x̄)²/((n − 1)(k − 1)),
 * MS_W = Σ (x_ij − x̄_i.)²/(n(k − 1)).
 *
 * @param rows n × k without missing measurements; rows subjects.
 * @returns mean squares ≥ 0; fewer than two subjects 'too-few-respondents', fewer than two measurements
 *   'too-few-items', all measurements alike 'zero-variance'.
 * @remarks Missing data: none allowed.
 * @throws never.
 * @see McGraw, K. O., Wong, S. P. (1996). Forming inferences about some intraclass correlation coefficients.
 *   Psychol Methods 1, 30–46, table 3. https://doi.org/10.1037/1082-989X.1.1.30. Reference values: R 4.2.2 `aov`.
 */
export function twoWayMeanSquares(rows: ItemMatrix): TwoWayMeanSquares | NotEstimable {
  const { n, values } = rows;
  const k = rows.names.length;
  if (n < 2) return { ok: false, reason: 'too-few-respondents' };
  if (k < 2) return { ok: false, reason: 'too-few-items' };
  if (values.every((value) => value === values[0])) return { ok: false, reason: 'zero-variance' };
  const ofRows = new Float64Array(n);
  const ofColumns = new Float64Array(k);
  values.forEach((value, cell) => {
    const [row, column] = [Math.floor(cell / k), cell % k];
    ofRows[row] = (ofRows[row] ?? 0) + value / k;
    ofColumns[column] = (ofColumns[column] ?? 0) + value / n;
  });
  const mean = ofColumns.reduce((sum, value) => sum + value, 0) / k;
  const squares = (some: Float64Array) => some.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  let [residual, within] = [0, 0];
  values.forEach((value, cell) => {
    const own = value - (ofRows[Math.floor(cell / k)] ?? NaN);
    within += own * own;
    residual += (own - (ofColumns[cell % k] ?? NaN) + mean) ** 2;
  });
  const total = squares(values);
  // Rounding of the means must not look like disagreement.
  const clean = (sum: number) => (sum < 1e-24 * (total + n * k * mean * mean) ? 0 : sum);
  return {
    ...{ ok: true, n, k },
    subjects: (k * clean(squares(ofRows))) / (n - 1),
    measurements: (n * clean(squares(ofColumns))) / (k - 1),
    residual: clean(residual) / ((n - 1) * (k - 1)),
    within: clean(within) / (n * (k - 1)),
    total: total / (n * k - 1),
  };
}
