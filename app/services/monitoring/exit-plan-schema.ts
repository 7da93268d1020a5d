import { z } from 'zod';
import type { CriterionBound, ExitCriterion } from '#db/schema/exit-plan.ts';
import { allOf } from '../all-of.ts';
import { revisionField } from '../register/register-schema.ts';
import { typedNumber } from '../typed-number.ts';
import { findMetric } from './metrics.ts';

export const criterionBounds = allOf<CriterionBound>()(['at-least', 'at-most']);

const line = (most: number) => z.string().trim().max(most, 'text-long').default('');

/** A row of the form; one without limit and number of cases is left out, as the form begins with metrics alone. */
const fields = z.object({
  metric: line(80),
  otherMetric: line(80),
  part: line(80),
  cohort: line(60),
  bound: z.enum(criterionBounds).default('at-least'),
  limit: line(40),
  fewest: line(40),
});
type Row = z.output<typeof fields>;

const isEmpty = ({ limit, fewest }: Row) => limit === '' && fewest === '';
const codeOf = ({ metric, otherMetric }: Row) => (metric === 'other' ? otherMetric : metric);

/** What is typed in the unit of pages is kept in that of the records: percent and per thousand are shares and rates. */
const factorOf = (code: string) => {
  const data = findMetric(code)?.data;
  return data === 'proportion' ? 100 : data === 'rate' ? 1000 : 1;
};

/** Metrics that have a value with an interval. */
export const isJudged = (code: string) => {
  const data = findMetric(code)?.data;
  return data === undefined || ['proportion', 'rate', 'continuous'].includes(data);
};

function limitFault(row: Row): string | null {
  if (row.limit === '') return 'number-missing';
  const limit = typedNumber(row.limit);
  if (!Number.isFinite(limit)) return 'number-unreadable';
  const data = findMetric(codeOf(row))?.data;
  // No number of cases shows that a share is exactly none or all, or a rate nought.
  if (data === 'proportion' && (limit <= 0 || limit >= 100)) return 'limit-of-share';
  if (data === 'rate' && limit <= 0) return 'number-out-of-range';
  return Math.abs(limit) > 1e9 ? 'number-out-of-range' : null;
}

function fewestFault({ fewest }: Row): string | null {
  if (fewest === '') return 'number-missing';
  const cases = typedNumber(fewest);
  if (!Number.isInteger(cases)) return 'number-unreadable';
  return cases < 1 || cases > 1e9 ? 'number-out-of-range' : null;
}

function faultsOf(row: Row) {
  const faults: [keyof Row, string][] = [];
  const code = codeOf(row);
  const field = row.metric === 'other' ? 'otherMetric' : 'metric';
  if (code === '') faults.push([field, 'metric-missing']);
  else if (!isJudged(code)) faults.push([field, 'metric-without-interval']);
  const [limit, fewest] = [limitFault(row), fewestFault(row)];
  if (limit) faults.push(['limit', limit]);
  if (fewest) faults.push(['fewest', fewest]);
  return faults;
}

const criterionRow = fields.superRefine((row, context) => {
  if (isEmpty(row)) return;
  for (const [name, message] of faultsOf(row)) {
    context.addIssue({ code: 'custom', message, path: [name] });
  }
});

const keyOf = (row: Row) => [codeOf(row), row.part, row.cohort, row.bound].join('\n');

const criterionOf = (row: Row): ExitCriterion => {
  const { part, cohort, bound } = row;
  const metric = codeOf(row);
  const limit = typedNumber(row.limit) / factorOf(metric);
  return { metric, part, cohort, bound, limit, fewest: typedNumber(row.fewest) };
};

/** A criterion as the form has it. */
export function rowOf({ metric, part, cohort, bound, limit, fewest }: ExitCriterion): Row {
  const isKnown = findMetric(metric) !== undefined;
  const shown = Number((limit * factorOf(metric)).toPrecision(12));
  return {
    ...{ metric: isKnown ? metric : 'other', otherMetric: isKnown ? '' : metric, part, cohort },
    ...{ bound, limit: String(shown), fewest: String(fewest) },
  };
}

/** Everything that must hold before the silent mode is left, with all that is wrong said at once. */
export const exitPlanSchema = z
  .object({
    minimumDays: z.coerce
      .number({ error: 'number-unreadable' })
      .int('number-unreadable')
      .min(1, 'number-out-of-range')
      .max(3650, 'number-out-of-range'),
    reason: z
      .string({ error: 'reason-missing' })
      .trim()
      .min(1, 'reason-missing')
      .max(4000, 'text-long'),
    criteria: z.array(criterionRow).max(20).default([]),
    ...revisionField,
  })
  .superRefine(({ criteria }, context) => {
    const refuse = (message: string, place: number, name: string) =>
      context.addIssue({ code: 'custom', message, path: ['criteria', place, name] });
    if (criteria.every(isEmpty)) refuse('metric-missing', 0, 'metric');
    const seen = new Set<string>();
    criteria.forEach((row, place) => {
      if (isEmpty(row)) return;
      if (seen.has(keyOf(row))) refuse('criterion-twice', place, 'metric');
      seen.add(keyOf(row));
    });
  })
  .transform(({ criteria, ...plan }) => ({
    ...plan,
    criteria: criteria.filter((row) => !isEmpty(row)).map(criterionOf),
  }));
export type ExitPlanForm = z.output<typeof exitPlanSchema>;
