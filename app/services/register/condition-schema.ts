import { z } from 'zod';
import type { SystemRole } from '#db/schema/ai-system.ts';
import { datedDecisionFields, revisionField } from './register-schema.ts';
import { systemRoles } from './register-words.ts';

const line = (most: number) => z.string().trim().max(most, 'text-long').default('');

/** What forms send of whoever holds a role, beside the ids of people. */
export const roleValue = (role: SystemRole) => `role:${role}`;

/** What a form says of one condition; what is wrong with it is said by `faultsOf`. */
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

const faults = {
  'condition-missing': 'text',
  'owner-missing': 'owner',
  'owner-twice': 'owner',
  'date-missing': 'dueOn',
} as const;
type Fault = keyof typeof faults;

/** What is wrong with a condition: it says what is to be done, by whom, in one way, and by when. */
export function faultsOf({ text = '', ownerId = '', owner = '', dueOn = '' }: Typed) {
  const found: Record<Fault, boolean> = {
    'condition-missing': text === '',
    'owner-missing': ownerId === '' && owner === '',
    'owner-twice': ownerId !== '' && owner !== '',
    'date-missing': dueOn === '',
  };
  return (Object.keys(faults) as Fault[])
    .filter((error) => found[error])
    .map((error) => ({ path: faults[error], error }));
}

type Row = { text: string; ownerId: string; owner: string; dueOn: string; isBeforeNext: boolean };

/** Who sees to it: somebody of the organisation, whoever holds a role, or words. */
export function toCondition({ ownerId: chosen, owner, ...row }: Row) {
  const ownerRole = systemRoles.find((role) => chosen === roleValue(role)) ?? null;
  return {
    ...{ ...row, owner, ownerRole },
    ownerId: chosen === '' || ownerRole !== null ? null : chosen,
  };
}
export type Condition = ReturnType<typeof toCondition>;

const { reason, decidedBy, decidedOn } = datedDecisionFields;

/** That a fault is not there; looked at whatever else is wrong, so that all of it is said at once. */
const without = (error: Fault) => {
  const isRight = (form: Typed) => !faultsOf(form).some((fault) => fault.error === error);
  return [isRight, { path: [faults[error]], error, when: () => true }] satisfies [unknown, object];
};

/** A condition that is added at the stage as it is. */
export const addedConditionSchema = z
  .object({ ...conditionFields, reason, decidedBy, decidedOn, ...revisionField })
  .refine(...without('condition-missing'))
  .refine(...without('owner-missing'))
  .refine(...without('owner-twice'))
  .refine(...without('date-missing'))
  .refine(({ dueOn, decidedOn: day }) => dueOn === '' || dueOn >= day, {
    ...{ path: ['dueOn'], error: 'due-before-decision' },
  })
  .transform(({ text, ownerId, owner, dueOn, isBeforeNext, ...decided }) => ({
    ...decided,
    condition: toCondition({ text, ownerId, owner, dueOn, isBeforeNext }),
  }));
export type AddedCondition = z.output<typeof addedConditionSchema>;
