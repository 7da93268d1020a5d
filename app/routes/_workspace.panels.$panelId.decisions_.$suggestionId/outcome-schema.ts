import { z } from 'zod';
import { localTextField } from '../../services/local-text-schema.ts';
import { subjectSchema } from '#surveys/model/subject.ts';

const revision = z.coerce.number().int().min(1);
const day = z.iso.date('date-invalid');

export const decideSchema = z.object({
  intent: z.literal('decide'),
  revision,
  verdict: z.enum(['accepted', 'partly', 'not'], 'choice-missing'),
  reason: localTextField(2000, 'decision-reason-missing'),
  decidedBy: z.string({ error: 'decided-by-missing' }).trim().max(200, 'name-long'),
  decidedOn: day,
});

export const changeSchema = z.object({
  intent: z.literal('change'),
  revision,
  what: localTextField(2000, 'change-words-missing'),
  /** `study:<id>`, or `document` with the two fields after it. */
  about: z.string({ error: 'change-subject-missing' }),
  documentName: z.string().trim().max(200, 'name-long').optional(),
  documentVersion: z.string().trim().max(200, 'name-long').optional(),
  changedOn: day,
});

export const outcomeSchema = z.discriminatedUnion('intent', [decideSchema, changeSchema]);

/** The subject a form names; undefined where it names none. */
export function subjectOf(form: z.output<typeof changeSchema>) {
  const [kind, id] = form.about.split(':');
  const named =
    kind === 'document'
      ? { kind, name: form.documentName ?? '', version: form.documentVersion ?? null }
      : { kind, ...(id === undefined ? {} : { id }) };
  return subjectSchema.safeParse(named).data;
}

export const outcomeRefusals = {
  'decision-reason-missing': 'reason',
  'decided-by-missing': 'decidedBy',
  'decided-before-raised': 'decidedOn',
  'change-words-missing': 'what',
  'change-subject-missing': 'about',
} as const;
