/** Cases by prediction and outcome. */
export interface Confusion {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

export const thresholdRules = ['>=', '>'] as const;

/** From which score on a case is flagged. */
export type ThresholdRule = (typeof thresholdRules)[number];

/**
 * Cases by prediction and outcome at a threshold.
 *
 * tp = #{y = 1, score ≥ t}, and so on.
 *
 * @param outcomes 0 or 1.
 * @param scores as many numbers.
 * @param threshold t.
 * @param rule whether t itself flags.
 * @returns four counts.
 * @remarks Missing data: to be left out before.
 * @throws never.
 * @see Altman, D. G., Bland, J. M. (1994). BMJ 308, 1552. https://doi.org/10.1136/bmj.308.6943.1552.
 */
export function confusionAt(
  outcomes: ArrayLike<number>,
  scores: ArrayLike<number>,
  threshold: number,
  rule: ThresholdRule = '>=',
): Confusion {
  const counts = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (let i = 0; i < outcomes.length; i += 1) {
    const score = scores[i] ?? NaN;
    const isFlagged = rule === '>=' ? score >= threshold : score > threshold;
    if (outcomes[i] === 1) counts[isFlagged ? 'tp' : 'fn'] += 1;
    else counts[isFlagged ? 'fp' : 'tn'] += 1;
  }
  return counts;
}
