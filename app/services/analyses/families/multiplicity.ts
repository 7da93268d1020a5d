import { z } from 'zod';
import { adjustmentMethods, adjustPValues } from '#analysis/groups/adjust-p-values.ts';
import { numberColumn } from '#analysis/table/number-column.ts';
import { defineFamily } from '../family.ts';

/** Adjusted p-values of a column. */
export const multiplicity = defineFamily(
  z.strictObject({ items: z.tuple([z.string()]) }),
  (table, { items: [name] }) => {
    const p = [...numberColumn(table, name)];
    return Object.fromEntries(
      adjustmentMethods.map((method) => [method, adjustPValues(p, method)] as const),
    );
  },
);
