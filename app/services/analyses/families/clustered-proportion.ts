import { z } from 'zod';
import { clusteredProportion as compute } from '#analysis/multilevel/clustered-proportion.ts';
import { defineFamily } from '../family.ts';
import { outcomeShape, withOutcome } from './outcome-option.ts';

/** A proportion of people in clusters. */
export const clusteredProportion = defineFamily(
  z.strictObject({
    ...outcomeShape,
    group: z.string(),
    binary: z.string().optional(),
    covariates: z.array(z.string()).optional(),
  }),
  (table, given) => compute(table, withOutcome(given)),
);
