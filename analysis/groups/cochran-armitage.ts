import type { NotEstimable } from '../estimate.ts';
import { chiSquareP } from '../numeric/chi-square-p.ts';

export type TrendTest =
  | { readonly ok: true; readonly z: number; readonly chiSquare: number; readonly p: number }
  | NotEstimable;

/**
 * Whether a proportion rises or falls along ordered groups: the Cochran–Armitage test for trend.
 *
 * z = Σ s_i (x_i − n_i p̂) / √(p̂(1 − p̂)(Σ n_i s_i² − (Σ n_i s_i)²/n)).
 *
 * @param x how many have the property, per group. @param n sizes of the groups.
 * @param scores s of the groups, in the order of the question.
 * @returns z, positive: rising with the score; χ² = z² on one degree of freedom.
 * @remarks Missing data: not in the counts. All or nobody with the property, or one score: 'zero-variance'.
 * @throws never.
 * @see Armitage, P. (1955). https://doi.org/10.2307/3001775. Reference values: R 4.2.2 `prop.trend.test`.
 */
export function cochranArmitage(
  x: readonly number[],
  n: readonly number[],
  scores: readonly number[],
): TrendTest {
  const sum = (value: (group: number) => number) => {
    return n.reduce((total, _, group) => total + value(group), 0);
  };
  const [size, holders] = [(i: number) => n[i] ?? 0, (i: number) => x[i] ?? 0];
  const score = (i: number) => scores[i] ?? 0;
  const total = sum(size);
  const p = sum(holders) / total;
  const mean = sum((i) => size(i) * score(i)) / total;
  const spread = sum((i) => size(i) * (score(i) - mean) ** 2);
  if (!(p > 0 && p < 1 && spread > 0)) return { ok: false, reason: 'zero-variance' };
  const z = sum((i) => (score(i) - mean) * holders(i)) / Math.sqrt(p * (1 - p) * spread);
  return { ok: true, z, chiSquare: z * z, p: chiSquareP(z * z, 1) };
}
