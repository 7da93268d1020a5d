import { findRoot } from '../../numeric/find-root.ts';
import { raschMoments } from './rasch-moments.ts';

export interface PersonParameter {
  readonly rawScore: number;
  /** Maximum likelihood; infinite at the lowest and the highest score. */
  readonly ml: number;
  readonly mlSe: number;
  /** Warm's weighted likelihood, finite at every score. */
  readonly wle: number;
  readonly wleSe: number;
}

/** Where to look for the root: answers to ordered items never tell more. */
const FAR = 40;

function total(difficulties: readonly Float64Array[], theta: number) {
  let [mean, information, third] = [0, 0, 0];
  for (const item of difficulties) {
    const moments = raschMoments(item, theta);
    mean += moments.mean;
    information += moments.variance;
    third += moments.third;
  }
  return { mean, information, third };
}

/**
 * The trait of everybody with a raw score, by maximum likelihood and by weighted likelihood.
 *
 * ML: Σ_i E_i(θ) = r. WLE: r − Σ E_i + Σ μ_3i/(2 Σ μ_2i) = 0. Standard errors (Σ μ_2i)^−½.
 *
 * @param difficulties β of each item answered.
 * @param rawScore whole, from 0 to the highest possible.
 * @returns θ on the scale of the thresholds.
 * @remarks Missing data: for one set of answered items. Extreme scores: ml ±∞, its standard error ∞.
 * @throws never.
 * @see Warm, T. A. (1989). https://doi.org/10.1007/BF02294627; Hoijtink, H., Boomsma, A. (1996).
 *   https://doi.org/10.1007/BF02294042. Checked by the estimating equations.
 */
export function personParameter(
  difficulties: readonly Float64Array[],
  rawScore: number,
): PersonParameter {
  const highest = difficulties.reduce((sum, { length }) => sum + length, 0);
  const error = (theta: number) => 1 / Math.sqrt(total(difficulties, theta).information);
  const wle = findRoot(
    (theta) => {
      const { mean, information, third } = total(difficulties, theta);
      return (rawScore - mean) * information + third / 2;
    },
    -FAR,
    FAR,
  );
  const own = { rawScore, wle, wleSe: error(wle) };
  if (rawScore === 0) return { ...own, ml: -Infinity, mlSe: Infinity };
  if (rawScore === highest) return { ...own, ml: Infinity, mlSe: Infinity };
  const ml = findRoot((theta) => rawScore - total(difficulties, theta).mean, -FAR, FAR);
  return { ...own, ml, mlSe: error(ml) };
}
