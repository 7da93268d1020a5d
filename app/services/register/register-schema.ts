import { z } from 'zod';
import { localTextField } from '../local-text-schema.ts';
import {
  algorithmKinds,
  learningKinds,
  lifecycleStages,
  systemCategories,
  systemRoles,
  uncertaintyKinds,
} from './register-words.ts';

const words = (missing: string, longest = 500) =>
  z.string({ error: missing }).trim().min(1, missing).max(longest, 'text-long');
export const optionalWords = z.string().trim().max(4000, 'text-long').default('');
export const optionalDay = z.iso
  .date('date-invalid')
  .optional()
  .transform((day) => day ?? null);
export const slugField = z
  .string({ error: 'system-address-wrong' })
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'system-address-wrong')
  .max(60, 'system-address-wrong');
const optionalId = z
  .string()
  .optional()
  .transform((id) => id ?? null);

export const systemParams = z.object({ systemId: z.uuid() });
export const deploymentParams = z.object({ systemId: z.uuid(), deploymentId: z.uuid() });

export const identityFields = {
  name: localTextField(200, 'title-missing'),
  summary: localTextField(350),
  category: z.enum(systemCategories, 'choice-missing'),
};

export const decisionFields = {
  stage: z.enum(lifecycleStages, 'choice-missing'),
  reason: words('reason-missing', 4000),
  decidedBy: words('decider-missing', 200),
};
export const datedDecisionFields = { ...decisionFields, decidedOn: z.iso.date('date-invalid') };
export const revisionField = { revision: z.coerce.number().int() };
/** How far something is so, as somebody states it. */
export const statementSchema = <State extends string>(states: readonly State[]) =>
  z.object({
    state: z.enum(states, 'choice-missing'),
    evidence: optionalWords,
    note: optionalWords,
    statedOn: z.iso.date('date-invalid'),
    ...revisionField,
  });
export const reasonField = { reason: words('reason-missing', 4000) };

export const personFields = {
  role: z.enum(systemRoles, 'choice-missing'),
  userId: optionalId,
  name: optionalId,
  fromOn: z.iso.date('date-invalid'),
  untilOn: optionalDay,
};

/** A name that a sender can give: batches and uploads name their version. */
export const longestVersion = 80;
export const versionName = words('version-missing', longestVersion);

export const versionFields = {
  version: versionName,
  releasedOn: optionalDay,
  modelType: optionalWords,
  foundationModels: optionalWords,
  algorithm: z.enum(algorithmKinds).optional(),
  learning: z.enum(learningKinds).optional(),
  uncertainty: z.enum(uncertaintyKinds).optional(),
  thresholds: z
    .string()
    .default('')
    .transform((lines) =>
      lines
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  weightsHash: optionalWords,
};

export const deploymentFields = {
  siteId: z.uuid('site-unknown'),
  unit: words('unit-missing', 200),
  slug: slugField,
  versionId: z.uuid('version-unknown'),
  validFrom: z.iso.date('date-invalid'),
  ...datedDecisionFields,
};

export const versionChangeFields = {
  versionId: optionalId,
  from: z.iso.date('date-invalid'),
  ...reasonField,
};

export const correctionFields = {
  kind: z.enum(['right', 'never'], 'choice-missing').default('right'),
  versionId: z.uuid('version-unknown'),
  validFrom: z.iso.date('date-invalid'),
  validTo: optionalDay,
  ...reasonField,
};
