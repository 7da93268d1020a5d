import type { NotEstimable } from '../../estimate.ts';
import { chiSquareP } from '../../numeric/chi-square-p.ts';
import { sumScoreLikelihoods } from '../../numeric/sum-score-likelihoods.ts';
import type { ItemResponseFit } from '../item-response-fit.ts';
import type { ResponsePatterns } from '../response-patterns.ts';
import { collapseCells, type ScoreCells } from './collapse-cells.ts';

export interface OrlandoThissenTest {
  readonly ok: true;
  readonly item: string;
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** √(max(χ² − df, 0)/((n − 1) df)) */
  readonly rmsea: number;
}

/** Smallest expected number of a cell (Orlando & Thissen 2000). */
const LEAST = 1;

/** Sum score of every pattern; scores are category numbers. */
function sumScores({ patterns, counts, offsets, names }: ResponsePatterns): Int32Array {
  const k = names.length;
  return Int32Array.from(counts, (_, p) => {
    let total = 0;
    for (let i = 0; i < k; i += 1) total += (patterns[p * k + i] ?? 0) - (offsets[i] ?? 0);
    return total;
  });
}

/** Respondents by sum score and category of the item. */
function observedTable(
  { patterns, counts, offsets, names, scores }: ResponsePatterns,
  totals: Int32Array,
  item: number,
): Map<number, Float64Array> {
  const table = new Map<number, Float64Array>();
  counts.forEach((n, p) => {
    const total = totals[p] ?? 0;
    const category = (patterns[p * names.length + item] ?? 0) - (offsets[item] ?? 0);
    const row = table.get(total) ?? new Float64Array(scores[item]?.length ?? 0);
    row[category] = (row[category] ?? 0) + n;
    table.set(total, row);
  });
  return table;
}

/**
 * S-X², Orlando and Thissen's test of the fit of each item: answers by sum score, observed and implied.
 *
 * E_sc = N_s Σ_q w_q P_ic f^{(i)}(s − c) / Σ_q w_q f(s), f^{(i)} the sum score without the item by the Lord–Wingersky
 * recursion; S-X² = Σ (O − E)²/E over scores between the extremes, cells collapsed to E ≥ 1 (`collapseCells`); df =
 * cells − scores − parameters of the item.
 *
 * @param fit a fitted model.
 * @returns one test an item; a small p: the item's answers do not follow its curves.
 * @remarks Missing data: complete answers only, otherwise 'incomplete-data'. No degrees of freedom: 'not-identified'.
 *   Which sparse cells join is no part of the published statistic: χ² and df of an item with rare categories differ
 *   between programs.
 * @throws never.
 * @see Orlando, M., Thissen, D. (2000). https://doi.org/10.1177/01466216000241003; Kang, T., Chen, T. T. (2008).
 *   https://doi.org/10.1111/j.1745-3984.2008.00071.x. Reference values, for items whose sparse cells both join
 *   alike: mirt 1.38.1 `itemfit(fit_stats = 'S_X2')`.
 */
export function orlandoThissenTest(fit: ItemResponseFit): (OrlandoThissenTest | NotEstimable)[] {
  const { responses, at, weights, model } = fit;
  const { names, patterns, n } = responses;
  const points = weights.length;
  if (patterns.some((place) => place < 0)) {
    return names.map(() => ({ ok: false, reason: 'incomplete-data' }));
  }
  const categories = responses.scores.map(({ length }) => length);
  const items = at.blocks.map(({ probability }, i) => ({
    scores: Array.from({ length: categories[i] ?? 0 }, (_, c) => c),
    probability,
  }));
  const totals = sumScores(responses);
  const highest = categories.reduce((sum, length) => sum + length - 1, 0);
  const integral = (values: ArrayLike<number>) => {
    let sum = 0;
    for (let q = 0; q < points; q += 1) sum += (weights[q] ?? 0) * (values[q] ?? 0);
    return sum;
  };
  return names.map((item, i) => {
    const rest = sumScoreLikelihoods(
      items.filter((_, other) => other !== i),
      points,
    );
    const observed = observedTable(responses, totals, i);
    const own = items[i];
    const rows = Array.from({ length: Math.max(0, highest - 1) }, (_, index): ScoreCells => {
      const s = index + 1;
      const counts = observed.get(s);
      const total = counts?.reduce((sum, count) => sum + count, 0) ?? 0;
      const joint = (own?.scores ?? []).map((c) => {
        const from = (s - c) * points;
        if (from < 0 || from >= rest.length) return NaN;
        return integral(
          rest
            .subarray(from, from + points)
            .map((value, q) => value * (own?.probability[c * points + q] ?? 0)),
        );
      });
      const all = joint.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
      return {
        observed: joint.map((_joint, c) => counts?.[c] ?? 0),
        expected: joint.map((value) => (total * value) / all),
      };
    });
    const cells = collapseCells(rows, LEAST);
    const size = model.blocks[i]?.model.size(categories[i] ?? 0) ?? NaN;
    const degreesOfFreedom =
      cells.reduce((sum, { expected }) => sum + expected.length - 1, 0) - size;
    if (!(degreesOfFreedom > 0)) return { ok: false, reason: 'not-identified' };
    const chiSquare = cells.reduce(
      (sum, row) =>
        sum + row.expected.reduce((part, e, c) => part + ((row.observed[c] ?? 0) - e) ** 2 / e, 0),
      0,
    );
    const p = chiSquareP(chiSquare, degreesOfFreedom);
    const excess = Math.max(chiSquare - degreesOfFreedom, 0);
    const rmsea = Math.sqrt(excess / ((n - 1) * degreesOfFreedom));
    return { ok: true, item, chiSquare, degreesOfFreedom, p, rmsea };
  });
}
