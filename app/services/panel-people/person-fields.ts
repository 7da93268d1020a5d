import { z } from 'zod';
import type { AccessNeed, ConsentBasis } from '#db/schema/panel-member.ts';
import { languageSchema } from '#surveys/model/languages.ts';
import { accessNeedNames } from '../taking-part/access-need-names.ts';

export const consentBases = [
  'own',
  'assent',
  'consultee',
] as const satisfies readonly ConsentBasis[];
const line = z.string().trim().max(200, 'text-long').default('');

/** What is kept of a person: how to reach them, what they need, how to write to them. */
export const personFields = {
  name: line,
  email: line.refine((email) => email === '' || z.email().safeParse(email).success, {
    error: 'email-invalid',
  }),
  phone: line,
  language: languageSchema,
  needs: z.array(z.enum(accessNeedNames)).default([]),
  note: z.string().trim().max(1000, 'text-long').default(''),
};

export type PersonFields = z.output<z.ZodObject<typeof personFields>>;

/** Whoever needs easy-read gets it without having to ask again. */
export function registerFor(needs: readonly AccessNeed[]): 'standard' | 'easy-read' {
  return needs.includes('easy-read') ? 'easy-read' : 'standard';
}
