import { z } from 'zod';
import { crossTabulate } from '#analysis/groups/cross-tabulate.ts';
import { defineFamily } from '../family.ts';

/** Two groupings crossed. `missing` is a remark. */
export const categorical = defineFamily(
  z.strictObject({
    rows: z.string(),
    columns: z.string(),
    missing: z.string().optional(),
    level: z.number().gt(0).lt(1).optional(),
  }),
  crossTabulate,
);
