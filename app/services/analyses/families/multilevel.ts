import { z } from 'zod';
import { multilevelGroups } from '#analysis/multilevel/multilevel-groups.ts';
import { defineFamily } from '../family.ts';

export const multilevel = defineFamily(
  z.strictObject({
    group: z.string(),
    outcome: z.string().optional(),
    items: z.array(z.string()).optional(),
    reverse: z.array(z.string()).optional(),
    minCategory: z.number().optional(),
    maxCategory: z.number().optional(),
    predictors: z.array(z.string()).optional(),
    level: z.number().gt(0).lt(1).optional(),
  }),
  (table, { outcome, ...options }) => {
    const isMean = outcome === undefined || outcome === 'mean of items';
    return multilevelGroups(table, { ...options, outcome: isMean ? undefined : outcome });
  },
);
