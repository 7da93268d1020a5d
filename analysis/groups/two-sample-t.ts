import type { Interval, NotEstimable } from '../estimate.ts';
import { studentTQuantile } from '../numeric/student-t-quantile.ts';
import { studentTTwoSidedP } from '../numeric/student-t-two-sided-p.ts';
import type { GroupMoments } from './group-moments.ts';

export type TwoSampleT =
  | {
      readonly ok: true;
      readonly difference: number;
      readonly standardError: number;
      readonly t: number;
      readonly degreesOfFreedom: number;
      readonly p: number;
      readonly interval: Interval;
    }
  | NotEstimable;

/**
 * The t-test of two independent means, by Welch or with equal variances (Student).
 *
 * t = (x̄₁ − x̄₂)/SE. Welch: SE² = Σ s_g²/n_g, ν by Satterthwaite; Student: SE² = s²(1/n₁ + 1/n₂), ν = n − 2.
 *
 * @param first, second moments of the groups.
 * @param variances 'unequal' (Welch) or 'equal' (Student).
 * @param level confidence level in (0, 1).
 * @returns difference first − second in the unit of the scores, p two-sided.
 * @remarks Missing data: not in the moments. A group below two: 'too-few-respondents'; no variance:
 *   'zero-variance'.
 * @throws DomainError of `studentTQuantile`.
 * @see Welch, B. L. (1947). https://doi.org/10.1093/biomet/34.1-2.28. Reference values: R 4.2.2 `t.test`.
 */
export function twoSampleT(
  first: GroupMoments,
  second: GroupMoments,
  variances: 'equal' | 'unequal' = 'unequal',
  level = 0.95,
): TwoSampleT {
  if (first.n < 2 || second.n < 2) return { ok: false, reason: 'too-few-respondents' };
  const own = [first, second].map(({ n, squares }) => squares / (n - 1) / n);
  const [one = 0, two = 0] = own;
  if (one + two === 0) return { ok: false, reason: 'zero-variance' };
  const pooledFreedom = first.n + second.n - 2;
  const pooled = (first.squares + second.squares) / pooledFreedom;
  const isWelch = variances === 'unequal';
  const squaredError = isWelch ? one + two : pooled * (1 / first.n + 1 / second.n);
  const degreesOfFreedom = isWelch
    ? squaredError ** 2 / (one ** 2 / (first.n - 1) + two ** 2 / (second.n - 1))
    : pooledFreedom;
  const difference = first.mean - second.mean;
  const standardError = Math.sqrt(squaredError);
  const t = difference / standardError;
  const margin = studentTQuantile((1 + level) / 2, degreesOfFreedom) * standardError;
  return {
    ...{ ok: true, difference, standardError, t, degreesOfFreedom },
    p: studentTTwoSidedP(t, degreesOfFreedom),
    interval: [difference - margin, difference + margin],
  };
}
