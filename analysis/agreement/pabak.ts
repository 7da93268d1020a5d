import type { Interval, NotEstimable } from '../estimate.ts';
import { wilsonInterval } from '../groups/wilson-interval.ts';

export type Pabak =
  | {
      readonly ok: true;
      readonly value: number;
      readonly interval: Interval;
      /** Share of cases on which both agree. */
      readonly agreement: number;
      /** (a − d)/n: how unevenly found and not found are spread; near ±1 it pulls κ down. */
      readonly prevalenceIndex: number;
      /** (b − c)/n: how much oftener one reader finds it than the other. */
      readonly biasIndex: number;
    }
  | NotEstimable;

/**
 * Agreement of two readers adjusted for prevalence and bias: what κ would be, were found and not found equally frequent.
 *
 * PABAK = 2 p_o − 1, p_o = (a + d)/n of the table a b / c d; its interval is Wilson's of p_o, carried over by the same
 * line.
 *
 * @param table a (both found it), b (the first alone), c (the second alone), d (neither); counts ≥ 0.
 * @param level in (0, 1).
 * @returns a value in [−1, 1] with its interval, and the two indices.
 * @remarks Missing data: cases that both have read. It replaces no κ: it says how much of a low κ is prevalence, and
 *   stands beside it. No case: 'too-few-cases'.
 * @throws DomainError 'count' by the interval, where a count is no count.
 * @see Byrt, T., Bishop, J., Carlin, J. B. (1993). Bias, prevalence and kappa. J Clin Epidemiol 46, 423–429.
 *   https://doi.org/10.1016/0895-4356(93)90018-V.
 */
export function pabak(
  [a, b, c, d]: readonly [number, number, number, number],
  level = 0.95,
): Pabak {
  const n = a + b + c + d;
  if (!(n > 0)) return { ok: false, reason: 'too-few-cases' };
  const [low, high] = wilsonInterval(a + d, n, level);
  return {
    ...{ ok: true, value: (2 * (a + d)) / n - 1, interval: [2 * low - 1, 2 * high - 1] },
    ...{ agreement: (a + d) / n, prevalenceIndex: (a - d) / n, biasIndex: (b - c) / n },
  };
}
