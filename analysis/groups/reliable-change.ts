import { DomainError } from '../errors.ts';
import type { NotEstimable } from '../estimate.ts';

export type ReliableChange =
  | {
      readonly ok: true;
      /** Standard error of the difference of two measurements. */
      readonly standardErrorOfDifference: number;
      /** One per pair, in their order. */
      readonly indexes: Float64Array;
      /** Shares of the pairs, in [0, 1]: index above 1.96, below −1.96. */
      readonly improved: number;
      readonly worse: number;
    }
  | NotEstimable;

/** |RCI| above it is unlikely to be error of measurement (p < .05), by Jacobson and Truax. */
const CRITERION = 1.96;

/**
 * The reliable change index of every person.
 *
 * RCI = (x_after − x_before)/S_diff, S_diff = √(2 S_E²), S_E = s_before √(1 − r_xx).
 *
 * @param differences after − before; no NaN.
 * @param sdBefore SD (n − 1) before.
 * @param reliability r_xx of the measure, in [0, 1).
 * @returns indexes and shares; "improved" means higher, so turn a scale on which high is bad.
 * @remarks Missing data: complete pairs only. No pairs: 'too-few-respondents'; no variance before:
 *   'zero-variance'.
 * @throws DomainError 'reliability'.
 * @see Jacobson, N. S., Truax, P. (1991). https://doi.org/10.1037/0022-006X.59.1.12. By formula in R 4.2.2.
 */
export function reliableChange(
  differences: Float64Array,
  sdBefore: number,
  reliability: number,
): ReliableChange {
  if (!(reliability >= 0 && reliability < 1)) throw new DomainError('reliability', { reliability });
  const n = differences.length;
  if (n < 2) return { ok: false, reason: 'too-few-respondents' };
  if (!(sdBefore > 0)) return { ok: false, reason: 'zero-variance' };
  const standardErrorOfDifference = sdBefore * Math.sqrt(2 * (1 - reliability));
  const indexes = differences.map((d) => d / standardErrorOfDifference);
  return {
    ...{ ok: true, standardErrorOfDifference, indexes },
    improved: indexes.filter((index) => index > CRITERION).length / n,
    worse: indexes.filter((index) => index < -CRITERION).length / n,
  };
}
