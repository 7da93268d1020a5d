import { z } from 'zod';
import { confirmatoryFactorAnalysis } from '#analysis/models/confirmatory-factor-analysis.ts';
import { normalEstimators } from '#analysis/models/normal/model-test.ts';
import { defineFamily } from '../family.ts';
import { itemOptions } from '../item-options.ts';
import { modelText } from '../model-text.ts';

/** Confirmatory factor analysis of continuous items. Without a model text: one factor of all items. */
export const cfa = defineFamily(
  z.strictObject({
    model: z.string().optional(),
    ...itemOptions,
    items: itemOptions.items.optional(),
    estimator: z.enum(normalEstimators).optional(),
    missing: z.enum(['listwise', 'fiml']).optional(),
    stdLv: z.boolean().optional(),
    orthogonal: z.boolean().optional(),
    meanStructure: z.boolean().optional(),
    group: z.string().optional(),
    groupLevels: z.array(z.string()).optional(),
  }),
  (table, { items, model, ...options }, controls) =>
    confirmatoryFactorAnalysis(table, { ...options, model: modelText({ items, model }) }, controls),
);
