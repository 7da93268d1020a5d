import { z } from 'zod';
import { reportPower } from '#analysis/power/report-power.ts';
import { defineFamily } from '../family.ts';

const share = z.number().min(0).max(1);

/** Sample sizes and power. */
export const power = defineFamily(
  z.strictObject({
    d: z.number().optional(),
    dz: z.number().optional(),
    p1: share.optional(),
    p2: share.optional(),
    r: z.number().gt(-1).lt(1).optional(),
    margin: z.number().gt(0).lt(1).optional(),
    population: z.number().min(1).optional(),
    n: z.number().gt(1).optional(),
    power: z.number().gt(0).lt(1).optional(),
    alpha: z.number().gt(0).lt(1).optional(),
  }),
  (_table, options) => reportPower(options),
  { needsTable: false },
);
