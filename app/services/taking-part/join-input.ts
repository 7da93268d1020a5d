import { z } from 'zod';
import type { ConsentBasis } from '#db/schema/panel-member.ts';
import type { ConsentPurpose } from '#db/schema/panel.ts';
import { languageSchema } from '#surveys/model/languages.ts';
import { accessNeedNames } from './access-need-names.ts';

const purposes = [
  'read',
  'quote',
  'credit',
  'recontact',
] as const satisfies readonly ConsentPurpose[];
const bases = ['own', 'assent', 'consultee'] as const satisfies readonly ConsentBasis[];

const line = z.string().trim().max(200).default('');

/** How a person can be reached; every part may stay empty. */
export const contactSchema = z.object({ name: line, email: line, phone: line });

export const needsSchema = z.object({
  needs: z.array(z.enum(accessNeedNames)).default([]),
  note: z.string().trim().max(1000).default(''),
});

/** Bands by stratum, as the form names them: `band.<stratum>`. */
export const bandsSchema = z.record(z.string(), z.string().max(100)).default({});

export const joinSchema = z.object({
  /** As the form was given it; a shorter one could be another person's. */
  key: z.string().regex(/^[\w-]{32}$/),
  consentVersionId: z.uuid(),
  consents: z.array(z.enum(purposes)).default([]),
  basis: z.enum(bases).optional(),
  agreedBy: line,
  language: languageSchema,
  register: z.enum(['standard', 'easy-read']).default('standard'),
  ...needsSchema.shape,
  ...contactSchema.shape,
  band: bandsSchema,
});

export type JoinInput = z.infer<typeof joinSchema>;

export const joinProblems = [
  'read-missing',
  'basis-missing',
  'agreed-by-missing',
  'email-invalid',
  'consent-changed',
] as const;
export type JoinProblem = (typeof joinProblems)[number];

export function isAddress(email: string): boolean {
  return email === '' || z.email().safeParse(email).success;
}

/** What has to be put right before somebody can join. */
export function problemsOf(input: JoinInput): JoinProblem[] {
  const isForAnother = input.basis !== undefined && input.basis !== 'own';
  return [
    ...(input.consents.includes('read') ? [] : (['read-missing'] as const)),
    ...(input.basis === undefined ? (['basis-missing'] as const) : []),
    ...(isForAnother && input.agreedBy === '' ? (['agreed-by-missing'] as const) : []),
    ...(isAddress(input.email) ? [] : (['email-invalid'] as const)),
  ];
}
