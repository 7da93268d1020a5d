export const notEstimableReasons = [
  'too-few-items',
  'too-few-respondents',
  'zero-variance',
  'perfect-correlation',
  'not-positive-definite',
  'no-score-range',
  'no-convergence',
  'empty-category',
  'collinear',
  'separation',
  'singular',
  'not-identified',
  'one-category',
  'too-few-groups',
  'too-many-respondents',
  'complete-data',
  'incomplete-data',
  'too-few-points',
  'too-few-cases',
  'not-ascertained',
  'not-calibrated',
  'not-mature',
] as const;

/** Why valid data do not determine the statistic. */
export type NotEstimableReason = (typeof notEstimableReasons)[number];

export interface NotEstimable {
  readonly ok: false;
  readonly reason: NotEstimableReason;
}

/** A number, or the reason there is none. */
export type Estimate = { readonly ok: true; readonly value: number } | NotEstimable;

/** [lower, upper] */
export type Interval = readonly [number, number];
