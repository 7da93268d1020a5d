import { DomainError } from '../../errors.ts';

/** How it came that outcomes are known. */
export const ascertainments = ['all', 'routine-outcome', 'sample', 'flagged-only'] as const;

export type Ascertainment = (typeof ascertainments)[number];

export interface LabelledPeriod {
  /** First day on which the outcomes of the period count as complete, YYYY-MM-DD. */
  readonly maturesOn: string;
  readonly scored: number;
  readonly labelled: number;
  readonly ascertainment: Ascertainment;
}

export interface LabelMaturity {
  /** Mature periods alone are scored; the others are drawn hollow. */
  readonly state: 'mature' | 'immature' | 'incomplete';
  readonly reason: 'complete' | 'before-its-day' | 'too-few-labels' | 'nobody-scored';
  /** Labelled of scored; null when nobody was scored. */
  readonly share: number | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Whether the outcomes of a period are in.
 *
 * Mature: its day has come and labelled/scored reaches the least share asked for. Of samples, and of flagged cases
 * alone, no share is asked for: few labels are what was planned.
 *
 * @param period day of maturity, cases scored and labelled, how outcomes are found.
 * @param today YYYY-MM-DD.
 * @param leastShare of scored cases, in [0, 1].
 * @returns the state and why.
 * @remarks Missing data: unlabelled cases. More labelled than scored is refused.
 * @throws DomainError 'count', 'day'.
 * @see Nestor, B., et al. (2019). Feature robustness in non-stationary health records. PMLR 106, 381–405.
 *   https://proceedings.mlr.press/v106/nestor19a.html.
 */
export function labelMaturity(
  { maturesOn, scored, labelled, ascertainment }: LabelledPeriod,
  today: string,
  leastShare = 0.9,
): LabelMaturity {
  if (!(labelled >= 0 && labelled <= scored)) throw new DomainError('count', { labelled, scored });
  if (!DAY.test(maturesOn) || !DAY.test(today)) throw new DomainError('day', { maturesOn, today });
  const share = scored > 0 ? labelled / scored : null;
  if (share === null) return { state: 'incomplete', reason: 'nobody-scored', share };
  if (today < maturesOn) return { state: 'immature', reason: 'before-its-day', share };
  const isPlanned = ascertainment === 'sample' || ascertainment === 'flagged-only';
  if (isPlanned ? labelled === 0 : share < leastShare) {
    return { state: 'incomplete', reason: 'too-few-labels', share };
  }
  return { state: 'mature', reason: 'complete', share };
}
