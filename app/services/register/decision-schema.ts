import { z } from 'zod';
import { datedDecisionFields, optionalDay, revisionField } from './register-schema.ts';
import { decisionOutcomes, isApproval } from './stage-conditions.ts';

const line = (most: number) => z.string().trim().max(most, 'text-long').default('');

/** A row of the form; one that says nothing is left out. */
const conditionRow = z
  .object({
    text: line(2000),
    ownerId: line(200),
    owner: line(200),
    dueOn: z.union([z.literal(''), z.iso.date('date-invalid')]).default(''),
    isBeforeNext: z
      .string()
      .optional()
      .transform((ticked) => ticked !== undefined),
  })
  .superRefine((row, context) => {
    if (isEmpty(row)) return;
    const refuse = (message: string, path: keyof typeof row) =>
      context.addIssue({ code: 'custom', message, path: [path] });
    if (row.text === '') refuse('condition-missing', 'text');
    if (row.ownerId === '' && row.owner === '') refuse('owner-missing', 'owner');
    if (row.dueOn === '') refuse('date-missing', 'dueOn');
  });

type Typed = Partial<Record<'text' | 'ownerId' | 'owner' | 'dueOn', string>>;

function isEmpty({ text = '', ownerId = '', owner = '', dueOn = '' }: Typed): boolean {
  return [text, ownerId, owner, dueOn].every((value) => value === '');
}

/** Looked at whatever else is wrong, so that all of it is said at once. */
const always = { when: () => true };

const fields = z.object({
  ...{ ...datedDecisionFields, ...revisionField },
  outcome: z.enum(decisionOutcomes, 'choice-missing').default('approved'),
  reviewOn: optionalDay,
  despite: line(4000).transform((text) => (text === '' ? null : text)),
  conditions: z.array(conditionRow).max(20).default([]),
});
type Fields = Partial<z.output<typeof fields>>;

const isConditional = ({ outcome }: Fields) => outcome === 'approved-with-contingencies';
const hasConditions = ({ conditions = [] }: Fields) => !conditions.every(isEmpty);

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
    conditions: conditions
      .filter((row) => !isEmpty(row))
      .map(({ ownerId, ...row }) => ({ ...row, ownerId: ownerId === '' ? null : ownerId })),
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
