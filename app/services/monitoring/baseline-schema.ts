import { z } from 'zod';
import { optionalDay, reasonField, revisionField } from '../register/register-schema.ts';

export const metricParams = z.object({
  systemId: z.uuid(),
  deploymentId: z.uuid(),
  metricId: z.uuid(),
});

/** A decision about limits, or about the periods of a reference. */
export const baselineSchema = z.object({
  appliesFrom: z.iso.date('date-invalid'),
  baselineTo: optionalDay,
  approvedBy: z
    .string({ error: 'decider-missing' })
    .trim()
    .min(1, 'decider-missing')
    .max(200, 'text-long'),
  ...reasonField,
  ...revisionField,
});
