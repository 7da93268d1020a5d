import { DomainError } from '../../errors.ts';
import type { Interval, NotEstimable } from '../../estimate.ts';
import { betaProbability } from '../../numeric/beta-probability.ts';
import { findRoot } from '../../numeric/find-root.ts';
import { logGamma } from '../../numeric/log-gamma.ts';
import type { Share } from './subgroup-verdict.ts';
import { sumBy } from '../../numeric/sum-by.ts';

export interface PooledRate extends Share {
  /** As counted; null without cases. */
  readonly raw: number | null;
  readonly pooled: number;
  readonly interval: Interval;
}

export type PooledRates =
  | {
      readonly ok: true;
      readonly overall: number;
      /** Posterior mean of ρ: how far the groups differ; 0: not at all. */
      readonly correlation: number;
      readonly groups: readonly PooledRate[];
    }
  | NotEstimable;

const POINTS = 120;

const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b);

/**
 * Rates of many small groups, each drawn towards the overall rate as far as its size asks for.
 *
 * x_g ~ Bin(n_g, θ_g), θ_g ~ Beta(m s, (1 − m) s), m = Σ x/Σ n, s = (1 − ρ)/ρ; ρ uniform on (0, 1), summed over 120
 * middles; θ_g given ρ: Beta(m s + x, (1 − m) s + n − x).
 *
 * @param groups counts of groups, or of intersections listed beforehand.
 * @param level of the intervals, in (0, 1).
 * @returns pooled rates within (0, 1) with credible intervals; empirical Bayes in m alone, which is taken as known.
 * @remarks Missing data: not in the counts. A group without cases gets the overall rate with a wide interval. Fewer
 *   than two groups with cases: 'too-few-groups'; all or none with the property: 'zero-variance'.
 * @throws DomainError 'count'.
 * @see Gelman, A., et al. (2013). Bayesian Data Analysis (3rd ed.), 5.3; Efron, B., Morris, C. (1975).
 *   https://doi.org/10.1080/01621459.1975.10479864. Checked by simulation.
 */
export function poolRates(groups: readonly Share[], level = 0.95): PooledRates {
  for (const { x, n } of groups) {
    if (!(x >= 0 && x <= n && n < Infinity)) throw new DomainError('count', { count: x, size: n });
  }
  if (groups.filter(({ n }) => n > 0).length < 2) return { ok: false, reason: 'too-few-groups' };
  const m = sumBy(groups, ({ x }) => x) / sumBy(groups, ({ n }) => n);
  if (m === 0 || m === 1) return { ok: false, reason: 'zero-variance' };
  const points = Array.from({ length: POINTS }, (_, i) => {
    const rho = (i + 0.5) / POINTS;
    const s = (1 - rho) / rho;
    const [a, b] = [m * s, (1 - m) * s];
    const likelihood = sumBy(groups, ({ x, n }) => logBeta(a + x, b + n - x) - logBeta(a, b));
    return { rho, a, b, likelihood };
  });
  const highest = Math.max(...points.map(({ likelihood }) => likelihood));
  const weighed = points
    .map((point) => ({ ...point, weight: Math.exp(point.likelihood - highest) }))
    .filter(({ weight }) => weight > 1e-12);
  const sum = weighed.reduce((all, { weight }) => all + weight, 0);
  const mean = (of: (point: (typeof points)[number]) => number) =>
    weighed.reduce((all, point) => all + (point.weight / sum) * of(point), 0);
  const quantile = ({ x, n }: Share, share: number) => {
    const below = (theta: number) =>
      mean(({ a, b }) => betaProbability(theta, 1 - theta, a + x, b + n - x).lower) - share;
    return findRoot(below, 0, 1, 1e-8);
  };
  const tail = (1 - level) / 2;
  return {
    ...{ ok: true, overall: m, correlation: mean(({ rho }) => rho) },
    groups: groups.map((group) => ({
      ...group,
      raw: group.n > 0 ? group.x / group.n : null,
      pooled: mean(({ a, b }) => (a + group.x) / (a + b + group.n)),
      interval: [quantile(group, tail), quantile(group, 1 - tail)],
    })),
  };
}
