import type { NotEstimable } from '../estimate.ts';
import { chiSquareP } from '../numeric/chi-square-p.ts';
import type { GroupMoments } from './group-moments.ts';

export type ChiSquareTest =
  | {
      readonly ok: true;
      readonly statistic: number;
      readonly degreesOfFreedom: number;
      readonly p: number;
    }
  | NotEstimable;

/**
 * Bartlett's test that groups have equal variances; sensitive to non-normality.
 *
 * K² = ((n − k) ln s² − Σ (n_g − 1) ln s_g²) / (1 + (Σ 1/(n_g − 1) − 1/(n − k))/(3(k − 1))), χ² on k − 1.
 *
 * @param groups moments of the groups; empty ones are passed over.
 * @returns statistic ≥ 0, p in [0, 1].
 * @remarks Missing data: not in the moments. Reasons as `welchAnova`.
 * @throws never.
 * @see Bartlett, M. S. (1937). https://doi.org/10.1098/rspa.1937.0109. Reference values: R 4.2.2 `bartlett.test`.
 */
export function bartlettTest(groups: readonly GroupMoments[]): ChiSquareTest {
  const present = groups.filter(({ n }) => n > 0);
  const k = present.length;
  if (k < 2) return { ok: false, reason: 'too-few-groups' };
  if (present.some(({ n }) => n < 2)) return { ok: false, reason: 'too-few-respondents' };
  if (present.some(({ squares }) => squares === 0)) return { ok: false, reason: 'zero-variance' };
  const freedom = present.reduce((sum, { n }) => sum + n - 1, 0);
  const pooled = present.reduce((sum, { squares }) => sum + squares, 0) / freedom;
  const logs = present.reduce((sum, g) => sum + (g.n - 1) * Math.log(g.squares / (g.n - 1)), 0);
  const inverse = present.reduce((sum, { n }) => sum + 1 / (n - 1), 0);
  const correction = 1 + (inverse - 1 / freedom) / (3 * (k - 1));
  const statistic = Math.max(0, (freedom * Math.log(pooled) - logs) / correction);
  return { ok: true, statistic, degreesOfFreedom: k - 1, p: chiSquareP(statistic, k - 1) };
}
