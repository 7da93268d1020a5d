import { z } from 'zod';
import { correlationKinds } from '#analysis/correlations/correlation-of-items.ts';
import { exploreFactors } from '#analysis/psychometrics/exploratory/explore-factors.ts';
import { extractionMethods } from '#analysis/psychometrics/exploratory/extraction.ts';
import { rotations } from '#analysis/psychometrics/exploratory/rotate.ts';
import { defineFamily } from '../family.ts';
import { itemOptions } from '../item-options.ts';

/** Exploratory factor analysis: minimum residuals and oblimin unless asked otherwise. */
export const efa = defineFamily(
  z.strictObject({
    ...itemOptions,
    nfactors: z.int().min(1),
    correlation: z.enum(correlationKinds).default('pearson'),
    method: z.enum(extractionMethods).default('minres'),
    rotation: z.enum(rotations).default('oblimin'),
    kaiser: z.boolean().default(false),
    randomStarts: z.int().min(0).max(100).default(10),
    seed: z.int().default(1),
  }),
  (table, { nfactors, ...options }) => exploreFactors(table, { ...options, factors: nfactors }),
);
