import { z } from 'zod';
import { reportReliability } from '#analysis/reliability/report-reliability.ts';
import { defineFamily } from '../family.ts';
import { itemOptions } from '../item-options.ts';

/**
 * Internal consistency of a scale: alpha, omegas, lambdas, split halves, measurement error. `missing` and `split`
 * can only say what is done anyway: listwise (pairwise coefficients stand beside), odd against even items.
 */
export const reliability = defineFamily(
  z.strictObject({
    ...itemOptions,
    missing: z.string().startsWith('listwise').describe('listwise').optional(),
    split: z.string().startsWith('odd_even').describe('odd_even').optional(),
    level: z.number().gt(0).lt(1).default(0.95),
    groupFactors: z.array(z.int().min(2).max(20)).default([3]),
    ordered: z.boolean().optional(),
    draws: z.int().min(1).max(100_000).default(10_000),
    seed: z.int().default(1),
  }),
  reportReliability,
);
