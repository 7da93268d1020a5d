import { z } from 'zod';
import { actionPlaces, auditParams } from './audit-schema.ts';

/** Actions are called by their places, from 1, as the form of the audit calls them. */
export const actionParams = auditParams.extend({
  place: z.coerce.number().int().min(1).max(actionPlaces.length),
});

const words = (missing: string, most: number) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, 'text-long');

/** That an action is done. */
export const finishedActionSchema = z.object({
  doneOn: z.iso.date('date-invalid'),
  doneBy: words('action-doer-missing', 200),
  evidence: words('action-evidence-missing', 4000),
});
export type FinishedAction = z.output<typeof finishedActionSchema>;
