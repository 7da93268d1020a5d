import { z } from 'zod';

const reason = z
  .string('reason-required')
  .trim()
  .min(10, 'reason-too-short')
  .max(500, 'reason-too-long');

/** Which entry of a study's key is to be opened, and why. */
export const pseudonymSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('pseudonym'),
    pseudonym: z.string('pseudonym-form').trim().toLowerCase().pipe(z.uuid('pseudonym-form')),
    reason,
  }),
  z.object({
    intent: z.literal('person'),
    panelId: z.uuid('choice-missing'),
    number: z.coerce
      .number('person-number')
      .int('person-number')
      .min(1, 'person-number')
      .max(2_000_000_000, 'person-number'),
    reason,
  }),
]);
export type PseudonymInput = z.output<typeof pseudonymSchema>;
