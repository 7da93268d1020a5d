import type { NotEstimable } from '../../estimate.ts';
import { chiSquareP } from '../../numeric/chi-square-p.ts';
import { median } from '../../numeric/median.ts';
import { completeRows } from '../../table/complete-rows.ts';
import type { ItemMatrix } from '../../table/item-matrix.ts';
import { responsePatterns } from '../response-patterns.ts';
import { fitConditionalModel } from './fit-conditional-model.ts';
import { scoreGroups } from './score-groups.ts';

export interface AndersenTest {
  readonly ok: true;
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** Respondents with a raw score up to the median, and above it. */
  readonly groups: readonly [number, number];
  readonly splitAt: number;
  /** Items of which a category is missing in a group; left out. */
  readonly excluded: readonly string[];
}

function select({ names, n, values }: ItemMatrix, items: readonly number[]): ItemMatrix {
  const k = names.length;
  return {
    names: items.map((item) => names[item] ?? ''),
    n,
    values: Float64Array.from(
      { length: n * items.length },
      (_, cell) =>
        values[Math.floor(cell / items.length) * k + (items[cell % items.length] ?? 0)] ?? NaN,
    ),
  };
}

function rowsWhere({ names, n, values }: ItemMatrix, isIn: (row: number) => boolean): ItemMatrix {
  const k = names.length;
  const rows = Array.from({ length: n }, (_, row) => row).filter(isIn);
  const kept = new Float64Array(rows.length * k);
  rows.forEach((row, r) => kept.set(values.subarray(row * k, (row + 1) * k), r * k));
  return { names, n: rows.length, values: kept };
}

function distinct(matrix: ItemMatrix, item: number): number {
  const k = matrix.names.length;
  return new Set(matrix.values.filter((_, cell) => cell % k === item)).size;
}

const fitted = (matrix: ItemMatrix) => fitConditionalModel(scoreGroups(responsePatterns(matrix)));

/**
 * Andersen's likelihood-ratio test: whether low and high scorers have the same item parameters.
 *
 * χ² = 2 (Σ_g ℓ_g − ℓ), df = parameters of the groups less those of all, groups split at the median raw score.
 *
 * @param matrix n × k item scores; missing is NaN.
 * @returns the test; a small p: the items do not measure the same in both groups.
 * @remarks Missing data: complete rows. Items whose categories do not all occur in both groups are named and left out.
 *   Nobody above the median: 'too-few-respondents'; reasons of `fitConditionalModel`.
 * @throws never.
 * @see Andersen, E. B. (1973). Psychometrika 38, 123–140. https://doi.org/10.1007/BF02291180. Checked by its definition;
 *   eRm 1.0.2 `LRtest` takes the same split.
 */
export function andersenTest(matrix: ItemMatrix): AndersenTest | NotEstimable {
  const complete = completeRows(matrix);
  const k = complete.names.length;
  const { patternOfRow } = responsePatterns(complete);
  const { ofPattern } = scoreGroups(responsePatterns(complete));
  const score = Float64Array.from(patternOfRow, (p) => ofPattern[p]?.score ?? NaN);
  if (complete.n < 2) return { ok: false, reason: 'too-few-respondents' };
  const splitAt = median(score);
  const low = rowsWhere(complete, (row) => (score[row] ?? NaN) <= splitAt);
  const high = rowsWhere(complete, (row) => (score[row] ?? NaN) > splitAt);
  if (high.n === 0) return { ok: false, reason: 'too-few-respondents' };
  const all = Array.from({ length: k }, (_, item) => item);
  const items = all.filter((item) =>
    [low, high].every((group) => distinct(group, item) === distinct(complete, item)),
  );
  const whole = fitted(select(complete, items));
  if (!whole.ok) return whole;
  let [logLik, parameters] = [0, 0];
  for (const group of [low, high]) {
    const part = fitted(select(group, items));
    if (!part.ok) return part;
    logLik += part.logLik;
    parameters += part.freeParameters;
  }
  const chiSquare = Math.max(0, 2 * (logLik - whole.logLik));
  const degreesOfFreedom = parameters - whole.freeParameters;
  return {
    ok: true,
    ...{ chiSquare, degreesOfFreedom, p: chiSquareP(chiSquare, degreesOfFreedom) },
    ...{ groups: [low.n, high.n], splitAt },
    excluded: complete.names.filter((_, item) => !items.includes(item)),
  };
}
