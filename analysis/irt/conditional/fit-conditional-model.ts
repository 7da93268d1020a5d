import type { NotEstimable } from '../../estimate.ts';
import { choleskyFactor } from '../../numeric/cholesky-factor.ts';
import { choleskyInverse } from '../../numeric/cholesky-inverse.ts';
import { choleskySolve } from '../../numeric/cholesky-solve.ts';
import { addScoreGroup } from '../../numeric/conditional/add-score-group.ts';
import { maximise } from '../../numeric/maximise.ts';
import type { ScoreGroups } from './score-groups.ts';

export interface ConditionalFit {
  readonly ok: true;
  readonly logLik: number;
  readonly freeParameters: number;
  /** Per item β_1 … β_m: sums of its first thresholds. The mean of all β is 0. */
  readonly difficulties: readonly Float64Array[];
  /** Of all β laid end to end, width × width. */
  readonly covariance: Float64Array;
  readonly iterations: number;
}

/** exp(−β) of an item with β_0 = 0, divided by their sum. */
function itemWeights(difficulties: Float64Array): Float64Array {
  const least = difficulties.reduce((low, value) => Math.min(low, value), 0);
  const raw = [0, ...difficulties].map((value) => Math.exp(least - value));
  const sum = raw.reduce((total, value) => total + value, 0);
  return Float64Array.from(raw, (value) => value / sum);
}

/** Categories above 0 laid end to end: where each item starts, and all of them. */
function layout(totals: readonly Float64Array[]): { starts: Int32Array; width: number } {
  const starts = new Int32Array(totals.length);
  let width = 0;
  totals.forEach((own, item) => {
    starts[item] = width;
    width += own.length - 1;
  });
  return { starts, width };
}

/** The leading row and column left out: the first β is fixed while the others are estimated. */
function withoutFirst(matrix: Float64Array, width: number): Float64Array {
  return Float64Array.from({ length: (width - 1) ** 2 }, (_, cell) => {
    const [row, column] = [Math.floor(cell / (width - 1)), cell % (width - 1)];
    return matrix[(row + 1) * width + column + 1] ?? NaN;
  });
}

function evaluate({ groups, totals }: ScoreGroups, free: Float64Array) {
  const { starts, width } = layout(totals);
  const all = Float64Array.of(0, ...free);
  const weights = totals.map((own, item) => {
    const start = starts[item] ?? 0;
    return itemWeights(all.subarray(start, start + own.length - 1));
  });
  const expected = new Float64Array(width);
  const information = new Float64Array(width * width);
  let value = 0;
  for (const group of groups) {
    value -= addScoreGroup(group, weights, starts, { expected, information });
  }
  totals.forEach((own, item) =>
    own.forEach((count, c) => (value += count * Math.log(weights[item]?.[c] ?? NaN))),
  );
  const observed = totals.flatMap((own) => [...own.subarray(1)]);
  const gradient = expected.map((count, place) => count - (observed[place] ?? 0)).subarray(1);
  const reduced = withoutFirst(information, width);
  const factor = choleskyFactor(reduced, width - 1, 1e-10);
  if (!Number.isFinite(value)) return undefined;
  return {
    ...{ value, gradient, factor },
    solve: (v: Float64Array) => factor && choleskySolve(factor, v),
  };
}

/** log shares of neighbouring categories, as β; the first one 0. */
function start(totals: readonly Float64Array[]): Float64Array {
  const all = totals.flatMap((own) => {
    const base = own[0] ?? NaN;
    return [...own.subarray(1)].map((count, c) => ({ step: c + 1, value: Math.log(base / count) }));
  });
  const shift = all[0]?.value ?? 0;
  return Float64Array.from(all.slice(1), ({ step, value }) => value - step * shift);
}

/**
 * The partial credit model by conditional maximum likelihood: item parameters without any assumption about the
 * distribution of the trait.
 *
 * P(x_i = c | θ) ∝ exp(cθ − β_ic), β_ic = Σ_{h ≤ c} δ_ih; ℓ = −Σ t_ic β_ic − Σ_g Σ_r n_gr log γ_gr by Newton's
 * method. The scale's origin: Σ β_ic = 0 (eRm's `sum0`).
 *
 * @param data sum scores and category totals.
 * @returns estimates with their covariance matrix.
 * @remarks Missing data: the score of the answered items is conditioned on. Scores of 0 or the highest possible carry
 *   no information. Fewer than two items: 'too-few-items'; an item with one category: 'zero-variance'; an infinite
 *   estimate: 'no-convergence'; items that no respondent connects: 'not-identified'.
 * @throws never.
 * @see Andersen, E. B. (1972). https://doi.org/10.1111/j.2517-6161.1972.tb00887.x; Masters, G. N. (1982).
 *   https://doi.org/10.1007/BF02296272. Reference values: eRm 1.0.2 `PCM`.
 */
export function fitConditionalModel(data: ScoreGroups): ConditionalFit | NotEstimable {
  const { totals } = data;
  if (totals.length < 2) return { ok: false, reason: 'too-few-items' };
  if (totals.some((own) => own.length < 2)) return { ok: false, reason: 'zero-variance' };
  const initial = start(totals);
  const first = evaluate(data, initial);
  if (!first?.factor) return { ok: false, reason: 'not-identified' };
  const found = maximise((free) => evaluate(data, free), initial, { tolerance: 1e-18, most: 100 });
  const factor = found?.evaluation.factor;
  if (!factor) return { ok: false, reason: 'no-convergence' };
  const { evaluation, parameters, iterations } = found;
  const logLik = evaluation.value;
  const { width } = layout(totals);
  const steps = totals.flatMap((own) => [...own.subarray(1)].map((_, c) => c + 1));
  const stepSum = steps.reduce((sum, step) => sum + step, 0);
  const fixed = Float64Array.of(0, ...parameters);
  const shift = fixed.reduce((sum, value) => sum + value, 0) / stepSum;
  const centred = fixed.map((value, place) => value - shift * (steps[place] ?? 0));
  const inverse = choleskyInverse(factor, width - 1);
  const cell = (a: number, b: number) =>
    a === 0 || b === 0 ? 0 : (inverse[(a - 1) * (width - 1) + b - 1] ?? NaN);
  // β* = β − v 1′β/1′v: its covariance needs the row sums and the total of that of β.
  const sums = steps.map((_, a) => steps.reduce((sum, __, b) => sum + cell(a, b), 0) / stepSum);
  const total = sums.reduce((sum, value) => sum + value, 0) / stepSum;
  const covariance = Float64Array.from({ length: width * width }, (_, place) => {
    const [a, b] = [Math.floor(place / width), place % width];
    const [v, w] = [steps[a] ?? 0, steps[b] ?? 0];
    return cell(a, b) - v * (sums[b] ?? 0) - w * (sums[a] ?? 0) + v * w * total;
  });
  let place = 0;
  const difficulties = totals.map((own) => {
    place += own.length - 1;
    return centred.slice(place - own.length + 1, place);
  });
  return { ok: true, logLik, freeParameters: width - 1, difficulties, covariance, iterations };
}
