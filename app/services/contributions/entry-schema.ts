import { z } from 'zod';
import { languageSchema } from '#surveys/model/languages.ts';

export const scribeModes = ['phone', 'paper', 'workshop'] as const;
export const maximumWords = 10_000;

/** What a scribe writes down for somebody. Messages are codes of the `moderation` catalogue. */
export const entrySchema = z.object({
  number: z.coerce
    .number({ error: 'number-missing' })
    .int('number-missing')
    .min(1, 'number-missing'),
  mode: z.enum(scribeModes, { error: 'mode-missing' }),
  promptId: z.uuid({ error: 'prompt-missing' }),
  language: languageSchema.catch('en'),
  text: z
    .string({ error: 'text-missing' })
    .max(maximumWords, 'text-long')
    .regex(/\S/u, 'text-missing'),
  value: z.coerce.number({ error: 'value-wrong' }).optional(),
  names: z.string().max(1000, 'text-long').default(''),
  readBackOn: z.iso.date({ error: 'read-back-missing' }),
  readBack: z.literal('yes', { error: 'read-back-missing' }),
});
export type Entry = z.output<typeof entrySchema>;
