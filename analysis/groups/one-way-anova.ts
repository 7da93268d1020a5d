import type { NotEstimable } from '../estimate.ts';
import { fP } from '../numeric/f-p.ts';
import type { GroupMoments } from './group-moments.ts';

export interface FTest {
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

export type OneWayAnova =
  | (FTest & {
      readonly ok: true;
      readonly squaresBetween: number;
      readonly squaresWithin: number;
    })
  | NotEstimable;

/**
 * One-way analysis of variance, equal variances assumed.
 *
 * F = (SS_between/(g − 1)) / (SS_within/(n − g)), SS_between = Σ n_g (x̄_g − x̄)².
 *
 * @param groups moments of the groups; empty ones are passed over.
 * @returns F ≥ 0 with its degrees of freedom, p in [0, 1], and the sums of squares.
 * @remarks Missing data: not in the moments. Fewer than two groups: 'too-few-groups'; nobody beyond one per
 *   group: 'too-few-respondents'; no variance within: 'zero-variance'.
 * @throws never.
 * @see Fisher, R. A. (1925). Statistical Methods for Research Workers, chapter 7. Reference values: R 4.2.2 `aov`.
 */
export function oneWayAnova(groups: readonly GroupMoments[]): OneWayAnova {
  const present = groups.filter(({ n }) => n > 0);
  const n = present.reduce((sum, group) => sum + group.n, 0);
  const [df1, df2] = [present.length - 1, n - present.length];
  if (df1 < 1) return { ok: false, reason: 'too-few-groups' };
  if (df2 < 1) return { ok: false, reason: 'too-few-respondents' };
  const squaresWithin = present.reduce((sum, { squares }) => sum + squares, 0);
  if (squaresWithin === 0) return { ok: false, reason: 'zero-variance' };
  const mean = present.reduce((sum, group) => sum + (group.n * group.mean) / n, 0);
  const squaresBetween = present.reduce((sum, g) => sum + g.n * (g.mean - mean) ** 2, 0);
  const f = squaresBetween / df1 / (squaresWithin / df2);
  return { ok: true, f, df1, df2, p: fP(f, df1, df2), squaresBetween, squaresWithin };
}
