import { z } from 'zod';
import { measurementInvariance } from '#analysis/models/measurement-invariance.ts';
import { normalEstimators } from '#analysis/models/normal/model-test.ts';
import { defineFamily } from '../family.ts';
import { itemOptions } from '../item-options.ts';
import { modelText } from '../model-text.ts';

/** Measurement invariance of continuous items. Without a model text: one factor of all items. */
export const invariance = defineFamily(
  z.strictObject({
    ...itemOptions,
    items: itemOptions.items.optional(),
    model: z.string().optional(),
    group: z.string(),
    groupLevels: z.array(z.string()).optional(),
    estimator: z.enum(normalEstimators).optional(),
    missing: z.enum(['listwise', 'fiml']).optional(),
    stdLv: z.boolean().optional(),
    partial: z.array(z.string()).optional(),
  }),
  (table, { items, model, ...options }, controls) =>
    measurementInvariance(table, { ...options, model: modelText({ items, model }) }, controls),
);
