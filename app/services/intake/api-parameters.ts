import { z } from 'zod';
import { longestVersion } from '../register/register-schema.ts';
import { recordModes } from './intake-words.ts';

const short = z.string().min(1).max(80);
const version = z.string().min(1).max(longestVersion);

const dryRun = {
  dry_run: z
    .enum(['true', 'false'])
    .optional()
    .meta({
      description:
        'With `true` nothing is stored and no alert is raised: the same checks are made, and the answer says what ' +
        'storing would do. No Idempotency-Key is needed, and none is used. The answer tells what is stored, so that ' +
        'the token needs `monitoring:read` as well.',
    }),
};

/** Whether anything is to be stored, whatever else the address says. */
export const dryRunParameter = z.object(dryRun);

/** What a table does not say itself. */
export const csvParameters = z.strictObject({
  deployment: short.meta({ description: 'Slug of the deployment.' }),
  model_version: version.meta({ description: 'As it is registered.' }),
  tool: short.optional(),
  tool_version: z.string().min(1).max(40).optional(),
  suppressed_below: z.coerce.number().int().min(2).max(100).optional(),
  comment: z.string().max(200).optional(),
  ...dryRun,
});

/** JSON says all of the rest itself, and once. */
export const jsonParameters = z.strictObject(dryRun);

/** What a file of another tool does not say. */
export const importParameters = z.strictObject({
  deployment: short.meta({ description: 'Slug of the deployment.' }),
  model_version: version.meta({ description: 'As it is registered.' }),
  period_start: z.iso.date(),
  period_end: z.iso.date().meta({ description: 'The day after the last.' }),
  n: z.coerce.number().int().min(0).optional().meta({ description: 'Cases behind the numbers.' }),
  mode: z.enum(recordModes).optional(),
  ...dryRun,
});
