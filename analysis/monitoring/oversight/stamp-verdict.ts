import { either } from './either.ts';
import type { Mark } from './lies-below.ts';

export const stampVerdicts = ['sign', 'no-sign', 'cannot-tell'] as const;
export type StampVerdict = (typeof stampVerdicts)[number];

export interface StampMarks {
  /** Wrong outputs, or errors planted on purpose, pass more often than the limit. */
  readonly errorsPass: Mark;
  /** Outputs are decided against more seldom than the limit. */
  readonly seldomOverridden: Mark;
  /** Reviews are quicker than the least time that was set. */
  readonly quickReview: Mark;
}

/**
 * Whether review may have become a rubber stamp.
 *
 * sign = errors pass ∧ (seldom overridden ∨ quick review), in Kleene's logic of true, false and unknown. Few
 * overrides or quick reviews alone are what a good system brings as well; that errors pass is the part
 * that shows too little looking (complacency is poor checking that costs something), and even it needs a second mark.
 *
 * @param marks each true, false or 'unknown'.
 * @returns 'sign', 'no-sign', or 'cannot-tell' where it depends on what is unknown. A sign is a reason to look, no
 *   finding about anybody.
 * @remarks Missing data: what was not measured, and what has no limit, is unknown.
 * @throws never.
 * @see Parasuraman, R., Manzey, D. H. (2010). Complacency and bias in human use of automation. Human Factors 52,
 *   381–410. https://doi.org/10.1177/0018720810376055; Goddard, K., Roudsari, A., Wyatt, J. C. (2012).
 *   https://doi.org/10.1136/amiajnl-2011-000089. Neither gives limits: those are the caller's. Checked by filling in every unknown.
 */
export function stampVerdict(marks: StampMarks): StampVerdict {
  const second = either([marks.seldomOverridden, marks.quickReview]);
  if (marks.errorsPass === false || second === false) return 'no-sign';
  return marks.errorsPass === true && second === true ? 'sign' : 'cannot-tell';
}
