import { wilsonInterval } from '#analysis/groups/wilson-interval.ts';
import { either } from '#analysis/monitoring/oversight/either.ts';
import { liesAbove } from '#analysis/monitoring/oversight/lies-above.ts';
import { liesBelow, type Mark } from '#analysis/monitoring/oversight/lies-below.ts';
import { medianInterval } from '#analysis/monitoring/oversight/median-interval.ts';
import { stampVerdict, type StampVerdict } from '#analysis/monitoring/oversight/stamp-verdict.ts';
import { casesToTell } from '#analysis/monitoring/silent/cases-to-tell.ts';
import { fewestShown } from '../series.ts';
import type { PeriodQuartiles } from './read-quartiles.ts';
import { stampRule } from './stamp-rule.ts';
import type { Total } from './sum-shares.ts';

/** What is measured of one mark: a share or a time, its limit, and how many cases it takes to tell. */
export type StampMark = {
  code: 'accept-when-wrong' | 'planted-errors-passed' | 'override' | 'review-time';
  mark: Mark;
  /** Why it cannot be told. */
  lacks: 'numbers' | 'limit' | 'cases' | null;
  /** Null also where a share is on its limit: no number decides. */
  needed: number | null;
};

export type Stamp = { verdict: StampVerdict; marks: StampMark[]; leastSeconds: number | null };

const intervalOf = (total: Total | null) =>
  total !== null && total.n >= fewestShown ? wilsonInterval(total.x, total.n) : null;

function shareMark(
  code: StampMark['code'],
  total: Total | null,
  { limit, side }: { limit: number; side: typeof liesBelow },
): StampMark {
  const interval = intervalOf(total);
  const mark = side(interval, limit);
  if (mark !== 'unknown') return { code, mark, lacks: null, needed: null };
  if (total === null || interval === null) return { code, mark, lacks: 'numbers', needed: null };
  const { x, n } = total;
  return { code, mark, lacks: 'cases', needed: casesToTell({ kind: 'share', x, n }, limit) };
}

function timeMark(review: PeriodQuartiles | null, leastSeconds: number | null): StampMark {
  const code = 'review-time';
  const mark = liesBelow(review ? medianInterval(review) : null, leastSeconds);
  if (mark !== 'unknown') return { code, mark, lacks: null, needed: null };
  const lacks = review === null ? 'numbers' : leastSeconds === null ? 'limit' : 'cases';
  return { code, mark, lacks, needed: null };
}

/** The rule over what was sent; of wrong outputs and planted errors those count that were. */
export function evaluateStamp({
  accepted,
  planted,
  overrides,
  review,
  leastSeconds,
}: {
  accepted: Total | null;
  planted: Total | null;
  overrides: Total | null;
  review: PeriodQuartiles | null;
  leastSeconds: number | null;
}): Stamp {
  const passed = { limit: stampRule.mostPassed, side: liesAbove };
  const wrong = shareMark('accept-when-wrong', accepted, passed);
  const errors = shareMark('planted-errors-passed', planted, passed);
  const seldom = shareMark('override', overrides, {
    ...{ limit: stampRule.fewestOverrides, side: liesBelow },
  });
  const quick = timeMark(review, leastSeconds);
  const sent = [wrong, errors].filter(({ lacks }) => lacks !== 'numbers');
  return {
    verdict: stampVerdict({
      errorsPass: either(sent.map(({ mark }) => mark)),
      seldomOverridden: seldom.mark,
      quickReview: quick.mark,
    }),
    marks: [wrong, errors, seldom, quick],
    leastSeconds,
  };
}
