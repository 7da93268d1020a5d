import { z } from 'zod';
import { DomainError } from '#analysis/errors.ts';
import { reportDrift } from '#analysis/monitoring/drift/report-drift.ts';
import { defineFamily } from '../family.ts';

/** Whether columns are distributed in the current sample as in the reference. */
export const drift = defineFamily(
  z.strictObject({
    sample: z.string(),
    reference: z.string(),
    current: z.string(),
    numbers: z.array(z.string()).min(1).optional(),
    categories: z.array(z.string()).min(1).optional(),
    bins: z.int().min(2).max(100).default(10),
    level: z.number().gt(0.5).lt(1).default(0.99),
    isReferenceSample: z.boolean().default(true),
    draws: z.int().min(100).max(100_000).default(2000),
    seed: z.int().default(1),
  }),
  (table, options) => {
    if (!options.numbers && !options.categories) throw new DomainError('no-items');
    return reportDrift(table, options);
  },
);
