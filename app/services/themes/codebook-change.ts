import { z } from 'zod';

const name = z
  .string({ error: 'code-name-missing' })
  .trim()
  .min(1, 'code-name-missing')
  .max(80, 'text-long');
const description = z.string().trim().max(500, 'text-long').default('');
const reason = z
  .string({ error: 'reason-missing' })
  .trim()
  .min(1, 'reason-missing')
  .max(500, 'text-long');
const codeId = z.uuid();
const version = z.coerce.number().int();

/** What can be done to a codebook, as its forms say it. */
export const codebookChangeSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('create'), version, name, description }),
  z.object({ intent: z.literal('rename'), version, codeId, name, description, reason }),
  z.object({
    intent: z.literal('merge'),
    ...{ version, codeId, reason },
    into: z.uuid({ error: 'merge-into-missing' }),
  }),
  z.object({ intent: z.literal('unmerge'), version, codeId, reason }),
  z.object({
    intent: z.literal('split'),
    ...{ version, codeId, name, description, reason },
    assignments: z.array(z.uuid()).min(1, 'split-nothing-chosen'),
  }),
  z.object({ intent: z.literal('retire'), version, codeId, reason }),
  z.object({ intent: z.literal('restore'), version, codeId, reason }),
  z.object({
    intent: z.literal('group'),
    ...{ version, codeId },
    theme: z.uuid().nullable().catch(null),
    against: z.coerce.boolean().default(false),
  }),
]);

export type CodebookChangeInput = z.output<typeof codebookChangeSchema>;
