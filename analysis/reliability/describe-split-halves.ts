import type { Matrix } from 'ml-matrix';
import type { NotEstimable } from '../estimate.ts';
import { median } from '../numeric/median.ts';
import { seededGenerator } from '../numeric/seeded-generator.ts';
import { splitHalf, type SplitHalf } from './split-half.ts';
import { splitHalves } from './split-halves.ts';

/** Guttman's coefficient over many splits. */
export type SplitHalfSpread =
  | {
      readonly ok: true;
      readonly method: 'all' | 'sampled';
      readonly splits: number;
      /** λ4 when all splits were formed. */
      readonly maximum: number;
      readonly minimum: number;
      readonly mean: number;
      readonly median: number;
    }
  | NotEstimable;

export interface SplitHalfDescription {
  /** Items at odd places against those at even places. */
  readonly oddEven: SplitHalf;
  /** The first ⌈k/2⌉ items against the rest. */
  readonly firstSecond: SplitHalf;
  readonly allSplits: SplitHalfSpread;
  /** The same of the standardised items. */
  readonly allSplitsStandardised: SplitHalfSpread;
}

export interface SplitOptions {
  /** Splits drawn where there are too many to form all. */
  readonly draws: number;
  readonly seed: number;
}

function spread(matrix: Matrix, { draws, seed }: SplitOptions): SplitHalfSpread {
  const found = splitHalves(matrix, draws, seededGenerator(seed));
  if (!found.ok) return found;
  const { method, values } = found;
  return {
    ...{ ok: true, method, splits: values.length },
    maximum: values.reduce((a, b) => Math.max(a, b), -Infinity),
    minimum: values.reduce((a, b) => Math.min(a, b), Infinity),
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    median: median(values),
  };
}

/**
 * Split-half reliability: odd–even, first–second half, and over all splits.
 *
 * See `splitHalf`, `splitHalves`.
 *
 * @param covariance k × k, of complete cases, items in the order of the questionnaire.
 * @param correlation the same as correlations.
 * @param options how many splits are drawn, with which seed, where k > 16.
 * @returns coefficients in (−∞, 1].
 * @remarks Missing data: as in the matrices given. One split says more about the split than about the scale;
 *   the spread shows how much.
 * @throws never.
 * @see Guttman, L. (1945). https://doi.org/10.1007/BF02288892. Reference values: R 4.2.2, psych 2.2.9
 *   `splitHalf`.
 */
export function describeSplitHalves(
  covariance: Matrix,
  correlation: Matrix,
  options: SplitOptions,
): SplitHalfDescription {
  const items = Array.from({ length: covariance.rows }, (_, item) => item);
  const isUndefined = Number.isNaN(correlation.sum()) && !Number.isNaN(covariance.sum());
  return {
    oddEven: splitHalf(
      covariance,
      items.filter((item) => item % 2 === 0),
    ),
    firstSecond: splitHalf(covariance, items.slice(0, Math.ceil(items.length / 2))),
    allSplits: spread(covariance, options),
    allSplitsStandardised: isUndefined
      ? { ok: false, reason: 'zero-variance' }
      : spread(correlation, options),
  };
}
