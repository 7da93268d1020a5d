import { z } from 'zod';
import { reportDataQuality } from '#analysis/data-quality/report-data-quality.ts';
import { defineFamily } from '../family.ts';
import { itemOptions } from '../item-options.ts';

const cutoff = z.number().optional();

/** Missing answers, Little's test, indices of careless responding. */
export const dataQuality = defineFamily(
  z.strictObject({
    ...itemOptions,
    scales: z.array(z.array(z.string()).min(2)).min(2).optional(),
    criticalCorrelation: z.number().min(0).lt(1).optional(),
    cutoffs: z
      .strictObject({
        longestRun: cutoff,
        variability: cutoff,
        mahalanobisP: cutoff,
        personTotal: cutoff,
        evenOdd: cutoff,
        synonyms: cutoff,
        antonyms: cutoff,
      })
      .optional(),
    missing: z
      .string()
      .regex(/^(listwise|available|rows without any answer dropped)/)
      .describe('listwise or available')
      .transform((text) => (text === 'available' ? ('available' as const) : ('listwise' as const)))
      .optional(),
  }),
  reportDataQuality,
);
