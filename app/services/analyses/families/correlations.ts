import { z } from 'zod';
import { reportCorrelations } from '#analysis/correlations/report-correlations.ts';
import { defineFamily } from '../family.ts';
import { itemOptions } from '../item-options.ts';

/** Pearson, Spearman, polychoric and polyserial correlations of items. */
export const correlations = defineFamily(
  z.strictObject({
    ...itemOptions,
    missing: z.enum(['listwise', 'pairwise']).optional(),
    ordered: z.array(z.string()).optional(),
    pairs: z.array(z.tuple([z.string(), z.string()])).optional(),
  }),
  reportCorrelations,
);
