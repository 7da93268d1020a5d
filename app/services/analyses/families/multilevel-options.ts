import { z } from 'zod';
import { outcomeShape } from './outcome-option.ts';

/** What the three mixed models ask for. */
export const multilevelShape = {
  ...outcomeShape,
  group: z.string(),
  higherGroup: z.string().optional(),
  covariates: z.array(z.string()).optional(),
};
