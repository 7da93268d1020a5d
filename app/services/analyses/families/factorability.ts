import { z } from 'zod';
import { reportFactorability } from '#analysis/correlations/report-factorability.ts';
import { defineFamily } from '../family.ts';
import { itemOptions } from '../item-options.ts';

/** KMO, Bartlett's test, determinant and squared multiple correlations. */
export const factorability = defineFamily(
  z.strictObject({
    ...itemOptions,
    correlation: z.enum(['pearson', 'polychoric']).optional(),
    missing: z.literal('listwise').optional(),
  }),
  reportFactorability,
);
