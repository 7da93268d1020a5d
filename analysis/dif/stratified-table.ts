import { ShapeError } from '../errors.ts';

/** Answers to one item by matching score and group. */
export interface StratifiedTable {
  /** S matching scores, ascending. */
  readonly matching: Float64Array;
  /** K scores of the answers, ascending; each occurs. */
  readonly scores: Float64Array;
  /** S × 2 × K, row-major; of the two groups the reference group comes first. */
  readonly counts: Float64Array;
}

export interface StratifiedAnswers {
  readonly answers: Float64Array;
  readonly matching: Float64Array;
  /** 0 reference, 1 focal, −1 neither. */
  readonly group: Int32Array;
}

const ascending = (values: Iterable<number>) => new Float64Array(new Set(values)).sort();

/**
 * Counts of the answers to an item by matching score and group, the sufficient statistics of every method
 * for observed scores.
 *
 * n_sgk = number of respondents of group g with matching score s and answer k.
 *
 * @param sample n answers, matching scores and groups; missing is NaN (−1 for the group).
 * @returns S × 2 × K counts with the scores that occur.
 * @remarks Missing data: respondents without answer, matching score or group are left out. Nobody left: S = 0.
 * @throws ShapeError 'lengths-differ'.
 * @see Zwick, R., Donoghue, J. R., Grima, A. (1993). J Educ Meas 30, 233–251.
 *   https://doi.org/10.1111/j.1745-3984.1993.tb00425.x.
 */
export function stratifiedTable({ answers, matching, group }: StratifiedAnswers): StratifiedTable {
  const n = answers.length;
  if (matching.length !== n || group.length !== n) throw new ShapeError('lengths-differ', { n });
  const isUsed = (row: number) =>
    (group[row] ?? -1) >= 0 && !Number.isNaN(answers[row]) && !Number.isNaN(matching[row]);
  const rows = [...answers.keys()].filter(isUsed);
  const strata = ascending(rows.map((row) => matching[row] ?? NaN));
  const scores = ascending(rows.map((row) => answers[row] ?? NaN));
  const stratumOf = new Map(Array.from(strata, (value, s) => [value, s]));
  const categoryOf = new Map(Array.from(scores, (value, k) => [value, k]));
  const counts = new Float64Array(strata.length * 2 * scores.length);
  for (const row of rows) {
    const s = stratumOf.get(matching[row] ?? NaN) ?? 0;
    const k = categoryOf.get(answers[row] ?? NaN) ?? 0;
    const cell = (2 * s + (group[row] ?? 0)) * scores.length + k;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return { matching: strata, scores, counts };
}
