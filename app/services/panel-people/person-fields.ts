import { z } from 'zod';
import type { AccessNeed, ConsentBasis } from '#db/schema/panel-member.ts';
import type { ConsentPurpose } from '#db/schema/panel.ts';
import { languageSchema } from '#surveys/model/languages.ts';

export const accessNeeds = [
  'easy-read',
  'large-print',
  'screen-reader',
  'interpreter',
  'sign-language',
  'phone',
  'paper',
  'breaks',
  'companion',
  'step-free',
] as const satisfies readonly AccessNeed[];

export const consentBases = [
  'own',
  'assent',
  'consultee',
] as const satisfies readonly ConsentBasis[];
export const consentPurposes = [
  'read',
  'quote',
  'credit',
  'recontact',
] as const satisfies readonly ConsentPurpose[];

const line = z.string().trim().max(200, 'text-long').default('');

/** What is kept of a person: how to reach them, what they need, how to write to them. */
export const personFields = {
  name: line,
  email: line.refine((email) => email === '' || z.email().safeParse(email).success, {
    error: 'email-invalid',
  }),
  phone: line,
  language: languageSchema,
  needs: z.array(z.enum(accessNeeds)).default([]),
  note: z.string().trim().max(1000, 'text-long').default(''),
};

export type PersonFields = z.output<z.ZodObject<typeof personFields>>;

/** Whoever needs easy-read gets it without having to ask again. */
export function registerFor(needs: readonly AccessNeed[]): 'standard' | 'easy-read' {
  return needs.includes('easy-read') ? 'easy-read' : 'standard';
}
