import { z } from 'zod';
import { reportInvarianceOrdinal } from '#analysis/models/ordinal/report-invariance-ordinal.ts';
import { parameterizations } from '#analysis/numeric/ordinal/response-moments.ts';
import { defineFamily } from '../family.ts';
import { itemOptions } from '../item-options.ts';
import { modelText } from '../model-text.ts';

/** Invariance of ordered items over groups; without a model text, one factor of all items. */
export const invarianceOrdinal = defineFamily(
  z.strictObject({
    ...itemOptions,
    items: itemOptions.items.optional(),
    group: z.string(),
    groupLevels: z.array(z.string()).min(2).optional(),
    model: z.string().optional(),
    parameterization: z.enum(parameterizations).optional(),
    estimator: z.literal('WLSMV').optional(),
    missing: z.literal('listwise').optional(),
  }),
  (table, { items, model, ...options }, controls) =>
    reportInvarianceOrdinal(table, { ...options, model: modelText({ items, model }) }, controls),
);
