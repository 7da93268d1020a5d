import { z } from 'zod';
import { reportDif } from '#analysis/dif/report-dif.ts';
import { defineFamily } from '../family.ts';

const label = z.union([z.string(), z.number()]).transform(String);
const share = z.number().gt(0).lt(1);

/** Differential item functioning between two groups. */
export const dif = defineFamily(
  z.strictObject({
    items: z.array(z.string()).min(2),
    reverse: z.array(z.string()).optional(),
    minCategory: z.number().optional(),
    maxCategory: z.number().optional(),
    group: z.string(),
    reference: label.optional(),
    focal: label.optional(),
    matching: z
      .string()
      .regex(/^(total|rest)\b/)
      .describe('total or rest')
      .optional(),
    purify: z.boolean().optional(),
    missing: z.literal('listwise').optional(),
    alpha: share.optional(),
    confidenceLevel: share.optional(),
    gradedResponse: z.boolean().optional(),
  }),
  (table, { matching, reverse = [], ...options }, { onProgress }) =>
    reportDif(
      table,
      { ...options, reverse, matching: matching?.startsWith('rest') ? 'rest' : 'total' },
      onProgress,
    ),
);
