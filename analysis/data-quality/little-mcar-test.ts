import type { NotEstimable } from '../estimate.ts';
import { chiSquareP } from '../numeric/chi-square-p.ts';
import { invertPositiveDefinite } from '../numeric/dense/invert-positive-definite.ts';
import type { Pattern } from '../numeric/normal/pattern.ts';
import { patternWeight } from '../numeric/normal/pattern-weight.ts';
import type { Moments } from '../numeric/structure/implied-moments.ts';

export interface LittleMcarTest {
  readonly ok: true;
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** Patterns of answered items, the complete one among them. */
  readonly patterns: number;
}

/**
 * Little's test that answers are missing completely at random.
 *
 * χ² = Σ_a n_a d_a′ Σ_aa⁻¹ d_a, d_a the means of pattern a less the maximum likelihood means, df = Σ_a q_a − k.
 *
 * @param patterns respondents by the items they answered.
 * @param moments maximum likelihood means and covariances (divisor n) of the k items.
 * @returns the test; a small p: means differ between patterns, so answers are not missing completely at random. A
 *   large p does not say that they are.
 * @remarks Missing data: every pattern counts, however few have it. One pattern: 'complete-data'. Covariances singular:
 *   'not-positive-definite'.
 * @throws never.
 * @see Little, R. J. A. (1988). J Am Stat Assoc 83, 1198–1202. https://doi.org/10.1080/01621459.1988.10478722, eq. 5.
 *   Reference values: R 4.2.2 on moments of lavaan 0.6.14.
 */
export function littleMcarTest(
  patterns: readonly Pattern[],
  { mean, covariance }: Moments,
): LittleMcarTest | NotEstimable {
  const k = mean.length;
  const degreesOfFreedom = patterns.reduce((sum, { observed }) => sum + observed.length, -k);
  if (patterns.length < 2) return { ok: false, reason: 'complete-data' };
  const full = invertPositiveDefinite(covariance, k);
  if (!full) return { ok: false, reason: 'not-positive-definite' };
  let chiSquare = 0;
  for (const pattern of patterns) {
    const weight = patternWeight(pattern, full, k, mean);
    if (!weight) return { ok: false, reason: 'not-positive-definite' };
    const { w, d } = weight;
    w.forEach((value, cell) => {
      chiSquare += pattern.n * value * (d[Math.floor(cell / k)] ?? 0) * (d[cell % k] ?? 0);
    });
  }
  if (degreesOfFreedom <= 0) return { ok: false, reason: 'not-identified' };
  chiSquare = Math.max(chiSquare, 0);
  const p = chiSquareP(chiSquare, degreesOfFreedom);
  return { ok: true, chiSquare, degreesOfFreedom, p, patterns: patterns.length };
}
