import { ShapeError } from '../errors.ts';
import type { NotEstimable } from '../estimate.ts';
import { findRoot } from '../numeric/find-root.ts';
import { polyserialLikelihood } from '../numeric/polyserial-likelihood.ts';
import { thresholdsFromCounts } from './thresholds-from-counts.ts';

/** A two-step polyserial correlation. */
export interface PolyserialEstimate {
  readonly ok: true;
  readonly n: number;
  readonly rho: number;
  /** From the curvature in ρ alone; moments and thresholds taken as known. */
  readonly conditionalStandardError: number;
  readonly thresholds: Float64Array;
}

const limit = 0.9999;

/**
 * Polyserial correlation of a number with an ordered item (two-step); biserial when the item is binary.
 *
 * z = (x − x̄)/s, τ from the margins, then ρ̂ = argmax Σ ln P(category | z; τ, ρ).
 *
 * @param numbers n, missing is NaN.
 * @param item n answers whose values are the ordered categories, missing is NaN.
 * @returns ρ in (−1, 1) with its standard error; 'too-few-respondents' below three, 'zero-variance',
 *   'perfect-correlation'.
 * @remarks Missing data: rows with either missing are left out.
 * @throws ShapeError 'lengths'.
 * @see Olsson, U., Drasgow, F., Dorans, N. J. (1982). The polyserial correlation coefficient. Psychometrika
 *   47, 337–347. https://doi.org/10.1007/BF02294164. Reference values: polycor 0.8-1 `polyserial`.
 */
export function polyserial(
  numbers: Float64Array,
  item: Float64Array,
): PolyserialEstimate | NotEstimable {
  if (numbers.length !== item.length) {
    throw new ShapeError('lengths', { numbers: numbers.length, item: item.length });
  }
  const isKept = (_: number, row: number) =>
    !Number.isNaN((numbers[row] ?? NaN) + (item[row] ?? NaN));
  const [x, y] = [numbers.filter(isKept), item.filter(isKept)];
  const n = x.length;
  if (n < 3) return { ok: false, reason: 'too-few-respondents' };
  const levels = [...new Set(y)].sort((a, b) => a - b);
  const mean = x.reduce((sum, value) => sum + value, 0) / n;
  const variance = x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  if (!(variance > 0) || levels.length < 2) return { ok: false, reason: 'zero-variance' };
  const placeOf = new Map(levels.map((level, place) => [level, place]));
  const category = Int32Array.from(y, (value) => placeOf.get(value) ?? 0);
  const counts = new Float64Array(levels.length);
  for (const place of category) counts[place] = (counts[place] ?? 0) + 1;
  const thresholds = thresholdsFromCounts(counts);
  const z = x.map((value) => (value - mean) / Math.sqrt(variance));
  const slope = (rho: number) => polyserialLikelihood(z, category, thresholds, rho).slope;
  const rho = findRoot(slope, -limit, limit);
  if (Number.isNaN(rho)) return { ok: false, reason: 'perfect-correlation' };
  const step = 1e-4 * (1 - Math.abs(rho));
  const information = (slope(rho - step) - slope(rho + step)) / (2 * step);
  return { ok: true, n, rho, conditionalStandardError: 1 / Math.sqrt(information), thresholds };
}
