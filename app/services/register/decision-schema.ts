import { z } from 'zod';
import { conditionFields, isEmptyCondition, faultsOf, toCondition } from './condition-schema.ts';
import { datedDecisionFields, optionalDay, revisionField } from './register-schema.ts';
import { decisionOutcomes, isApproval } from './stage-conditions.ts';

/** A row of the form; one that says nothing is left out. */
const conditionRow = z.object(conditionFields).superRefine((row, context) => {
  if (isEmptyCondition(row)) return;
  for (const { path, error } of faultsOf(row)) {
    context.addIssue({ code: 'custom', message: error, path: [path] });
  }
});

/** Looked at whatever else is wrong, so that all of it is said at once. */
const always = { when: () => true };

const fields = z.object({
  ...{ ...datedDecisionFields, ...revisionField },
  outcome: z.enum(decisionOutcomes, 'choice-missing').default('approved'),
  reviewOn: optionalDay,
  despite: z
    .string()
    .trim()
    .max(4000, 'text-long')
    .default('')
    .transform((text) => (text === '' ? null : text)),
  conditions: z.array(conditionRow).max(20).default([]),
});
type Fields = Partial<z.output<typeof fields>>;

const isConditional = ({ outcome }: Fields) => outcome === 'approved-with-contingencies';
const hasConditions = ({ conditions = [] }: Fields) => !conditions.every(isEmptyCondition);

/** What is decided of a stage: as one form says it, with all that is wrong said at once. */
export const decisionSchema = fields
  .refine((form: Fields) => !isConditional(form) || hasConditions(form), {
    ...{ path: ['conditions', 0, 'text'], error: 'condition-missing', ...always },
  })
  .refine((form: Fields) => isConditional(form) || !hasConditions(form), {
    ...{ path: ['outcome'], error: 'condition-unwanted', ...always },
  })
  .refine(
    ({ outcome, reviewOn }: Fields) =>
      outcome === undefined || isApproval(outcome) || Boolean(reviewOn),
    { path: ['reviewOn'], error: 'review-missing', ...always },
  )
  .refine(({ reviewOn, decidedOn }) => reviewOn === null || reviewOn >= decidedOn, {
    ...{ path: ['reviewOn'], error: 'review-before-decision' },
  })
  .superRefine(({ decidedOn, conditions }, context) => {
    conditions.forEach(({ dueOn }, place) => {
      if (dueOn === '' || dueOn >= decidedOn) return;
      const path = ['conditions', place, 'dueOn'];
      context.addIssue({ code: 'custom', message: 'due-before-decision', path });
    });
  })
  .transform(({ conditions, reviewOn, ...decision }) => ({
    ...decision,
    reviewOn: isApproval(decision.outcome) ? null : reviewOn,
    conditions: conditions.filter((row) => !isEmptyCondition(row)).map(toCondition),
  }));
export type DecisionForm = z.output<typeof decisionSchema>;

export const meetingFields = {
  metOn: z.iso.date('date-invalid'),
  evidence: z
    .string({ error: 'condition-evidence-missing' })
    .trim()
    .min(1, 'condition-evidence-missing')
    .max(4000, 'text-long'),
};
