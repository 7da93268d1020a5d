import type { NotEstimable } from '../estimate.ts';
import { smallestDetectableChange } from './smallest-detectable-change.ts';

export type SumScoreError =
  | {
      readonly ok: true;
      readonly standardDeviation: number;
      /** In points of the sum score. */
      readonly standardErrorOfMeasurement: number;
      /** In points of the mean of the items. */
      readonly standardErrorOfMeanScore: number;
      /** Change of one person beyond measurement error, in points of the sum score. */
      readonly smallestDetectableChange95: number;
    }
  | NotEstimable;

/**
 * How far one person's sum score may lie from the true one.
 *
 * SEM = SD √(1 − reliability), of the mean score SEM/k; SDC as in `smallestDetectableChange`.
 *
 * @param variance of the sum score, ≥ 0.
 * @param reliability of the sum score, ≤ 1.
 * @param k items.
 * @returns errors in the unit of the scores, ≥ 0.
 * @remarks Missing data: as in what is given. NaN: 'too-few-respondents'; no variance: 'zero-variance'. A
 *   negative reliability gives an SEM above SD: the formula means nothing then.
 * @throws never.
 * @see Lord, F. M., Novick, M. R. (1968). Statistical Theories of Mental Test Scores, eq. 3.4.2. Reference
 *   values: R 4.2.2.
 */
export function sumScoreError(variance: number, reliability: number, k: number): SumScoreError {
  if (Number.isNaN(variance)) return { ok: false, reason: 'too-few-respondents' };
  if (variance <= 0) return { ok: false, reason: 'zero-variance' };
  const standardDeviation = Math.sqrt(variance);
  const error = standardDeviation * Math.sqrt(Math.max(0, 1 - reliability));
  return {
    ok: true,
    standardDeviation,
    standardErrorOfMeasurement: error,
    standardErrorOfMeanScore: error / k,
    smallestDetectableChange95: smallestDetectableChange(error),
  };
}
