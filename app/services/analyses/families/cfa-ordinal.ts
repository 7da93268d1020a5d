import { z } from 'zod';
import { ordinalEstimators } from '#analysis/models/ordinal/estimate-ordinal.ts';
import { reportCfaOrdinal } from '#analysis/models/ordinal/report-cfa-ordinal.ts';
import { parameterizations } from '#analysis/numeric/ordinal/response-moments.ts';
import { defineFamily } from '../family.ts';
import { itemOptions } from '../item-options.ts';
import { modelText } from '../model-text.ts';

/** Factor analysis of ordered items; without a model text, one factor of all items. */
export const cfaOrdinal = defineFamily(
  z.strictObject({
    ...itemOptions,
    items: itemOptions.items.optional(),
    model: z.string().optional(),
    estimator: z.enum(ordinalEstimators).optional(),
    parameterization: z.enum(parameterizations).optional(),
    stdLv: z.boolean().optional(),
    orthogonal: z.boolean().optional(),
    missing: z.literal('listwise').optional(),
  }),
  (table, { items, model, ...options }, controls) =>
    reportCfaOrdinal(table, { ...options, model: modelText({ items, model }) }, controls),
);
