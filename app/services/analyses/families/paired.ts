import { z } from 'zod';
import { comparePaired } from '#analysis/groups/compare-paired.ts';
import { defineFamily } from '../family.ts';

/** The same people twice. `missing` is a remark. */
export const paired = defineFamily(
  z.strictObject({
    pre: z.string(),
    post: z.string(),
    subset: z.string().optional(),
    reliabilityForRci: z.number().min(0).lt(1).optional(),
    missing: z.string().optional(),
    level: z.number().gt(0).lt(1).optional(),
  }),
  comparePaired,
);
