import { z } from 'zod';
import { revisionField } from '../register/register-schema.ts';

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

/** The question of an audit, taken from the adopted plan. */
export const planAuditSchema = z
  .object({
    metricId: z.uuid('metric-missing'),
    marginReportId: optionalId,
    purpose: words('purpose-missing', 4000),
    dueOn: z.iso.date('date-invalid'),
    supersedesId: optionalId,
    supersedesReason: optional(4000),
    ...revisionField,
  })
  .refine((form) => !form.supersedesId || Boolean(form.supersedesReason), {
    ...{ path: ['supersedesReason'], error: 'reason-missing', ...always },
  });
export type PlannedAudit = z.output<typeof planAuditSchema>;

/** As many actions as the form has places for. */
export const actionPlaces = [1, 2, 3] as const;
type ActionField =
  `action-${(typeof actionPlaces)[number]}` | `due-${(typeof actionPlaces)[number]}`;

const actionFields = Object.fromEntries(
  actionPlaces.flatMap((place) => [
    [`action-${place}`, optional(1000)],
    [`due-${place}`, z.union([z.literal(''), z.iso.date('date-invalid')]).default('')],
  ]),
) as Record<ActionField, z.ZodType<string>>;

const runForm = z.object({
  carriedOutBy: words('auditor-missing', 200),
  conclusion: words('audit-conclusion-missing', 8000),
  ...actionFields,
  nextDueOn: z.iso.date('date-invalid'),
  /** The moment as of which the verdicts were read, and their fingerprint then. */
  asOf: z.iso.datetime('malformed-form'),
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
      }),
  runForm,
);
export type CarriedOut = z.output<typeof runAuditSchema>;

export const actionsOf = (form: CarriedOut) =>
  actionPlaces.flatMap((place) => {
    const [action, dueOn] = [form[`action-${place}`], form[`due-${place}`]];
    return action === '' ? [] : [{ action, dueOn }];
  });
