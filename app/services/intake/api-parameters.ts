import { z } from 'zod';
import { longestVersion } from '../register/register-schema.ts';
import { recordModes } from './intake-words.ts';

const short = z.string().min(1).max(80);
const version = z.string().min(1).max(longestVersion);

/** What a table does not say itself. */
export const csvParameters = z.strictObject({
  deployment: short.meta({ description: 'Slug of the deployment.' }),
  model_version: version.meta({ description: 'As it is registered.' }),
  tool: short.optional(),
  tool_version: z.string().min(1).max(40).optional(),
  suppressed_below: z.coerce.number().int().min(2).max(100).optional(),
  comment: z.string().max(200).optional(),
});

/** What a file of another tool does not say. */
export const importParameters = z.strictObject({
  deployment: short.meta({ description: 'Slug of the deployment.' }),
  model_version: version.meta({ description: 'As it is registered.' }),
  period_start: z.iso.date(),
  period_end: z.iso.date().meta({ description: 'The day after the last.' }),
  n: z.coerce.number().int().min(0).optional().meta({ description: 'Cases behind the numbers.' }),
  mode: z.enum(recordModes).optional(),
});
