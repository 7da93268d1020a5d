import { z } from 'zod';
import { reportLargeItems } from '#analysis/correlations/report-large-items.ts';
import { defineFamily } from '../family.ts';
import { itemOptions } from '../item-options.ts';

/** Items of very many respondents; all columns unless items are named. */
export const million = defineFamily(
  z.strictObject({
    ...itemOptions,
    items: itemOptions.items.optional(),
    polychoric: z.boolean().optional(),
  }),
  (table, { items, ...options }) => {
    return reportLargeItems(table, { ...options, items: items ?? [...table.columns.keys()] });
  },
);
