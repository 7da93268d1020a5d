import type { Interval, NotEstimable } from '../estimate.ts';
import { normalProbability } from '../numeric/normal-probability.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';

export const kappaWeights = ['unweighted', 'linear', 'quadratic'] as const;

export type KappaWeights = (typeof kappaWeights)[number];

export type CohenKappa =
  | {
      readonly ok: true;
      readonly value: number;
      readonly standardError: number;
      readonly interval: Interval;
      /** Test of κ = 0, with the standard error that holds then; undefined where it is 0. */
      readonly z: number | undefined;
      readonly p: number | undefined;
    }
  | NotEstimable;

/** Agreement of categories i and j, 1 on the diagonal. */
function weightOf(kind: KappaWeights, i: number, j: number, q: number): number {
  if (kind === 'unweighted' || q < 2) return i === j ? 1 : 0;
  const distance = Math.abs(i - j) / (q - 1);
  return 1 - (kind === 'linear' ? distance : distance * distance);
}

/**
 * Cohen's kappa of two raters, unweighted or weighted, with large-sample standard errors.
 *
 * κ = (p_o − p_e)/(1 − p_e), p_o = Σ w_ij p_ij, p_e = Σ w_ij p_i. p_.j; w_ij = 1 − |i − j|/(q − 1) (linear) or
 * 1 − (i − j)²/(q − 1)² (quadratic). With w̄_i. = Σ_j p_.j w_ij, w̄_.j = Σ_i p_i. w_ij:
 * SE² = [Σ p_ij (w_ij (1 − p_e) − (w̄_i. + w̄_.j)(1 − p_o))² − (p_o p_e − 2 p_e + p_o)²] / (N (1 − p_e)⁴);
 * under κ = 0: SE₀² = [Σ p_i. p_.j (w_ij − w̄_i. − w̄_.j)² − p_e²] / (N (1 − p_e)²).
 *
 * @param table q × q counts, row-major: first rater in rows, second in columns, categories in order.
 * @param kind weights.
 * @param level confidence level in (0, 1).
 * @returns κ in [−1, 1]; κ ± z SE, cut at ±1.
 * @remarks Missing data: complete pairs. No pair: 'too-few-respondents'; both raters used one and the same
 *   category only: 'one-category'.
 * @throws never.
 * @see Cohen, J. (1968). Weighted kappa. Psychol Bull 70, 213–220. https://doi.org/10.1037/h0026256; Fleiss, J. L.,
 *   Cohen, J., Everitt, B. S. (1969). Psychol Bull 72, 323–327. https://doi.org/10.1037/h0028106. Reference values:
 *   psych 2.2.9 `cohen.kappa` (unweighted SE, interval), irr 0.84.1 `kappa2` (z, p); R 4.2.2 by
 *   simulation for the SE of weighted κ, which in psych takes the wrong margin.
 */
export function cohenKappa(table: Float64Array, kind: KappaWeights, level = 0.95): CohenKappa {
  const q = Math.round(Math.sqrt(table.length));
  const n = table.reduce((sum, count) => sum + count, 0);
  if (n === 0) return { ok: false, reason: 'too-few-respondents' };
  const index = Array.from({ length: q }, (_, i) => i);
  const share = (i: number, j: number) => (table[i * q + j] ?? 0) / n;
  const sum = (term: (i: number) => number) => index.reduce((total, i) => total + term(i), 0);
  const rows = index.map((i) => sum((j) => share(i, j)));
  const columns = index.map((j) => sum((i) => share(i, j)));
  const row = (i: number) => rows[i] ?? 0;
  const column = (j: number) => columns[j] ?? 0;
  const w = (i: number, j: number) => weightOf(kind, i, j, q);
  const ofRows = index.map((i) => sum((j) => column(j) * w(i, j)));
  const ofColumns = index.map((j) => sum((i) => row(i) * w(i, j)));
  const margin = (i: number, j: number) => (ofRows[i] ?? 0) + (ofColumns[j] ?? 0);
  const all = (term: (i: number, j: number) => number) => sum((i) => sum((j) => term(i, j)));
  const observed = all((i, j) => w(i, j) * share(i, j));
  const expected = all((i, j) => w(i, j) * row(i) * column(j));
  const beyond = 1 - expected;
  if (beyond < 1e-12) return { ok: false, reason: 'one-category' };
  const value = (observed - expected) / beyond;
  const spread = all((i, j) => {
    return share(i, j) * (w(i, j) * beyond - margin(i, j) * (1 - observed)) ** 2;
  });
  const centre = observed * expected - 2 * expected + observed;
  const rest = spread - centre * centre;
  // Under perfect agreement only rounding is left.
  const standardError = rest > 1e-14 ? Math.sqrt(rest / n) / beyond ** 2 : 0;
  const null2 = all((i, j) => row(i) * column(j) * (w(i, j) - margin(i, j)) ** 2) - expected ** 2;
  const z = null2 > 1e-15 ? value / (Math.sqrt(null2 / n) / beyond) : undefined;
  const reach = normalQuantile((1 + level) / 2) * standardError;
  return {
    ...{ ok: true, value, standardError, z },
    interval: [Math.max(-1, value - reach), Math.min(1, value + reach)],
    p: z === undefined ? undefined : 2 * normalProbability(-Math.abs(z)),
  };
}
