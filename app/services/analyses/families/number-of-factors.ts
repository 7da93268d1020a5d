import { z } from 'zod';
import { correlationKinds } from '#analysis/correlations/correlation-of-items.ts';
import { countFactors } from '#analysis/psychometrics/exploratory/count-factors.ts';
import { defineFamily } from '../family.ts';
import { itemOptions } from '../item-options.ts';

/** Parallel analysis, minimum average partials, very simple structure and scree rules. */
export const numberOfFactors = defineFamily(
  z.strictObject({
    ...itemOptions,
    correlation: z.enum(correlationKinds).default('pearson'),
    draws: z.int().min(20).max(10_000).default(1000),
    seed: z.int().default(1),
    most: z.int().min(1).max(20).default(8),
  }),
  countFactors,
);
