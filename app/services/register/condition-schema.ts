import { z } from 'zod';
import type { SystemRole } from '#db/schema/ai-system.ts';
import { datedDecisionFields, revisionField } from './register-schema.ts';
import { systemRoles } from './register-words.ts';

const line = (most: number) => z.string().trim().max(most, 'text-long').default('');

/** What forms send of whoever holds a role, beside the ids of people. */
export const roleValue = (role: SystemRole) => `role:${role}`;

/** What a form says of one condition; what it lacks is said by `lacksOf`. */
export const conditionFields = {
  text: line(2000),
  ownerId: line(200),
  owner: line(200),
  dueOn: z.union([z.literal(''), z.iso.date('date-invalid')]).default(''),
  isBeforeNext: z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined),
};

type Typed = Partial<Record<'text' | 'ownerId' | 'owner' | 'dueOn', string>>;

/** A row that says nothing. */
export function isEmptyCondition({ text = '', ownerId = '', owner = '', dueOn = '' }: Typed) {
  return [text, ownerId, owner, dueOn].every((value) => value === '');
}

/** What is missing of a condition: what is to be done, by whom, by when. */
export function lacksOf({ text = '', ownerId = '', owner = '', dueOn = '' }: Typed) {
  return [
    ...(text === '' ? [{ path: 'text', error: 'condition-missing' }] : []),
    ...(ownerId === '' && owner === '' ? [{ path: 'owner', error: 'owner-missing' }] : []),
    ...(dueOn === '' ? [{ path: 'dueOn', error: 'date-missing' }] : []),
  ];
}

type Row = { text: string; ownerId: string; owner: string; dueOn: string; isBeforeNext: boolean };

/** Who sees to it: somebody of the organisation, whoever holds a role, or words. */
export function toCondition({ ownerId: chosen, owner, ...row }: Row) {
  const ownerRole = systemRoles.find((role) => chosen === roleValue(role)) ?? null;
  return {
    ...{ ...row, ownerRole, owner: ownerRole === null ? owner : '' },
    ownerId: chosen === '' || ownerRole !== null ? null : chosen,
  };
}
export type Condition = ReturnType<typeof toCondition>;

const { reason, decidedBy, decidedOn } = datedDecisionFields;

/** That nothing is missing at a field; looked at whatever else is wrong, so that all of it is said at once. */
const isThere = (path: 'text' | 'owner' | 'dueOn', error: string) => {
  const isTyped = (form: Typed) => !lacksOf(form).some((lacking) => lacking.path === path);
  return [isTyped, { path: [path], error, when: () => true }] satisfies [unknown, object];
};

/** A condition that is added at the stage as it is. */
export const addedConditionSchema = z
  .object({ ...conditionFields, reason, decidedBy, decidedOn, ...revisionField })
  .refine(...isThere('text', 'condition-missing'))
  .refine(...isThere('owner', 'owner-missing'))
  .refine(...isThere('dueOn', 'date-missing'))
  .refine(({ dueOn, decidedOn: day }) => dueOn === '' || dueOn >= day, {
    ...{ path: ['dueOn'], error: 'due-before-decision' },
  })
  .transform(({ text, ownerId, owner, dueOn, isBeforeNext, ...decided }) => ({
    ...decided,
    condition: toCondition({ text, ownerId, owner, dueOn, isBeforeNext }),
  }));
export type AddedCondition = z.output<typeof addedConditionSchema>;
