import type { Interval, NotEstimable } from '../estimate.ts';
import { wilsonInterval } from '../groups/wilson-interval.ts';

export type ItemContentValidity =
  | {
      readonly ok: true;
      /** Experts who rated the item, and who found it relevant. */
      readonly experts: number;
      readonly relevant: number;
      /** I-CVI, [0, 1]. */
      readonly contentValidityIndex: number;
      /** Wilson. */
      readonly interval: Interval;
      /** k*, I-CVI beyond chance: from .40 fair, .60 good, above .74 excellent. */
      readonly modifiedKappa: number;
      /** Lawshe's CVR, [−1, 1]. */
      readonly contentValidityRatio: number;
    }
  | NotEstimable;

/**
 * Content validity of one item from how many experts find it relevant.
 *
 * I-CVI = A/N; k* = (I-CVI − p_c)/(1 − p_c), p_c = C(N, A) ½^N; CVR = (A − N/2)/(N/2).
 *
 * @param relevant A, experts who find it relevant, 0 ≤ A ≤ N.
 * @param experts N, experts who rated it.
 * @param level confidence level in (0, 1).
 * @returns I-CVI; with five experts or fewer it should be 1, with more at least .78.
 * @remarks Missing data: experts who did not rate do not count. None did: 'too-few-respondents'.
 * @throws DomainError of `wilsonInterval`.
 * @see Polit, D. F., Beck, C. T., Owen, S. V. (2007). Is the CVI an acceptable indicator of content validity? Res
 *   Nurs Health 30, 459–467. https://doi.org/10.1002/nur.20199; Lawshe, C. H. (1975). Pers Psychol 28, 563–575.
 *   https://doi.org/10.1111/j.1744-6570.1975.tb01393.x. Reference values: R 4.2.2.
 */
export function itemContentValidity(
  relevant: number,
  experts: number,
  level = 0.95,
): ItemContentValidity {
  if (experts === 0) return { ok: false, reason: 'too-few-respondents' };
  let chance = 0.5 ** experts;
  for (let i = 1; i <= relevant; i += 1) chance *= (experts - relevant + i) / i;
  const index = relevant / experts;
  return {
    ...{ ok: true, experts, relevant, contentValidityIndex: index },
    interval: wilsonInterval(relevant, experts, level),
    modifiedKappa: (index - chance) / (1 - chance),
    contentValidityRatio: 2 * index - 1,
  };
}
