import { z } from 'zod';
import { adjustmentMethods, adjustPValues } from '#analysis/groups/adjust-p-values.ts';
import type { OracleFamily } from '../family.ts';

const optionsSchema = z.object({ p: z.array(z.number()) });

export const multiplicity: OracleFamily = {
  compute: (_, options) => {
    const { p } = optionsSchema.parse(options);
    return Object.fromEntries(
      adjustmentMethods.map((method) => [method, adjustPValues(p, method)] as const),
    );
  },
  tolerances: [],
};
