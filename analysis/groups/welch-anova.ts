import type { NotEstimable } from '../estimate.ts';
import { fP } from '../numeric/f-p.ts';
import type { GroupMoments } from './group-moments.ts';
import type { FTest } from './one-way-anova.ts';

export type WelchAnova = (FTest & { readonly ok: true }) | NotEstimable;

/**
 * One-way analysis of variance without equal variances, by Welch.
 *
 * w_g = n_g/s_g², x̃ = Σ w x̄/Σ w, λ = Σ (1 − w_g/Σw)²/(n_g − 1), k groups:
 * F = Σ w (x̄ − x̃)²/(k − 1) / (1 + 2(k − 2) λ/(k² − 1)), ν₂ = (k² − 1)/(3λ).
 *
 * @param groups moments of the groups; empty ones are passed over.
 * @returns F test; ν₂ is seldom whole.
 * @remarks Missing data: not in the moments. Fewer than two groups: 'too-few-groups'; a group of one:
 *   'too-few-respondents'; a group without variance: 'zero-variance'.
 * @throws never.
 * @see Welch, B. L. (1951). https://doi.org/10.1093/biomet/38.3-4.330. Reference values: R 4.2.2 `oneway.test`.
 */
export function welchAnova(groups: readonly GroupMoments[]): WelchAnova {
  const present = groups.filter(({ n }) => n > 0);
  const k = present.length;
  if (k < 2) return { ok: false, reason: 'too-few-groups' };
  if (present.some(({ n }) => n < 2)) return { ok: false, reason: 'too-few-respondents' };
  if (present.some(({ squares }) => squares === 0)) return { ok: false, reason: 'zero-variance' };
  const weighted = present.map((g) => ({ ...g, weight: (g.n * (g.n - 1)) / g.squares }));
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const mean = weighted.reduce((sum, g) => sum + (g.weight * g.mean) / total, 0);
  const lambda = weighted.reduce((sum, g) => sum + (1 - g.weight / total) ** 2 / (g.n - 1), 0);
  const between = weighted.reduce((sum, g) => sum + g.weight * (g.mean - mean) ** 2, 0) / (k - 1);
  const f = between / (1 + (2 * (k - 2) * lambda) / (k * k - 1));
  const [df1, df2] = [k - 1, (k * k - 1) / (3 * lambda)];
  return { ok: true, f, df1, df2, p: fP(f, df1, df2) };
}
