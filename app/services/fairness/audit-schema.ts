import { z } from 'zod';
import { reasonField, revisionField } from '../register/register-schema.ts';
import { nearDay } from '../near-day.ts';
import { today } from '../../today.ts';
import type { TypedAudit } from './audit-refusals.ts';

export const auditParams = z.object({
  systemId: z.uuid(),
  deploymentId: z.uuid(),
  auditId: z.uuid(),
});

const words = (missing: string, most: number) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, 'text-long');
const optional = (most: number) => z.string().trim().max(most, 'text-long').default('');
const optionalId = z
  .union([z.literal(''), z.uuid()])
  .default('')
  .transform((id) => (id === '' ? null : id));

/** Looked at whatever else is wrong, so that all of it is said at once. */
const always = { when: () => true };

const optionalDay = nearDay.optional().transform((day) => day ?? null);

/** Where the periods of an audit begin. */
export const auditBeginnings = ['version', 'audit', 'day'] as const;

/** The question of an audit, taken from the adopted plan. */
export const planAuditSchema = z
  .object({
    metricId: z.uuid('audit-metric-missing'),
    marginReportId: optionalId,
    /** Empty: all versions of the period together. */
    versionId: optionalId,
    poolingReason: optional(4000),
    beginning: z.enum(auditBeginnings, 'choice-missing'),
    firstDay: optionalDay,
    lastDay: optionalDay,
    purpose: words('audit-purpose-missing', 4000),
    dueOn: nearDay,
    supersedesId: optionalId,
    supersedesReason: optional(4000),
    ...revisionField,
  })
  .refine((form) => !form.supersedesId || Boolean(form.supersedesReason), {
    ...{ path: ['supersedesReason'], error: 'audit-replacing-reason-missing', ...always },
  })
  .refine((form) => Boolean(form.versionId) || Boolean(form.poolingReason), {
    ...{ path: ['poolingReason'], error: 'audit-pooling-reason-missing', ...always },
  })
  .refine((form) => Boolean(form.versionId) || form.beginning !== 'version', {
    ...{ path: ['beginning'], error: 'audit-beginning-of-version', ...always },
  })
  .refine((form) => form.beginning === 'day' || !form.firstDay, {
    ...{ path: ['firstDay'], error: 'audit-first-day-stray', ...always },
  })
  .refine((form) => form.beginning !== 'day' || Boolean(form.firstDay), {
    ...{ path: ['firstDay'], error: 'audit-first-day-missing', ...always },
  })
  .refine((form) => !form.lastDay || !form.dueOn || form.dueOn > form.lastDay, {
    ...{ path: ['dueOn'], error: 'audit-due-before-end', ...always },
  });
export type PlannedAudit = z.output<typeof planAuditSchema>;

/** What can be read of a form in which something is wrong, field by field. */
export function readableAudit(sent: Readonly<Record<string, unknown>>): TypedAudit {
  const fields = Object.entries(planAuditSchema.shape).map(([name, field]) => {
    const typed = sent[name] === '' ? undefined : sent[name];
    return [name, (field as z.ZodType).safeParse(typed).data] as const;
  });
  return Object.fromEntries(fields);
}

/** As many actions as the form has places for. */
export const actionPlaces = [1, 2, 3] as const;
type ActionField =
  `action-${(typeof actionPlaces)[number]}` | `due-${(typeof actionPlaces)[number]}`;

const actionFields = Object.fromEntries(
  actionPlaces.flatMap((place) => [
    [`action-${place}`, optional(1000)],
    [`due-${place}`, nearDay.optional().transform((day) => day ?? '')],
  ]),
) as Record<ActionField, z.ZodType<string>>;

const runForm = z.object({
  intent: z.literal('carry-out'),
  carriedOutBy: words('auditor-missing', 200),
  conclusion: words('audit-conclusion-missing', 8000),
  ...actionFields,
  nextDueOn: nearDay.refine((day) => day > today(), 'audit-next-past'),
  /** The fingerprint of the verdicts that were read. */
  seen: z.string('malformed-form').max(100),
});

/** What was concluded from the verdicts that the page showed. */
export const runAuditSchema = actionPlaces.reduce(
  (schema, place) =>
    schema
      .refine((form) => !form[`due-${place}`] || Boolean(form[`action-${place}`]), {
        ...{ path: [`action-${place}`], error: 'audit-action-missing', ...always },
      })
      .refine((form) => !form[`action-${place}`] || Boolean(form[`due-${place}`]), {
        ...{ path: [`due-${place}`], error: 'audit-action-day-missing', ...always },
      })
      .refine((form) => !form[`due-${place}`] || form[`due-${place}`] >= today(), {
        ...{ path: [`due-${place}`], error: 'audit-action-past', ...always },
      }),
  runForm,
);
export type CarriedOut = z.output<typeof runAuditSchema>;

export const actionsOf = (form: CarriedOut) =>
  actionPlaces.flatMap((place) => {
    const [action, dueOn] = [form[`action-${place}`], form[`due-${place}`]];
    return action === '' ? [] : [{ action, dueOn }];
  });

/** What is done with a planned audit: its verdicts are opened, it is carried out, or withdrawn. */
export const auditStepSchema = z.discriminatedUnion('intent', [
  runAuditSchema,
  z.object({ intent: z.literal('open') }),
  z.object({ intent: z.literal('withdraw'), ...reasonField }),
]);
