import { z } from 'zod';
import { reportControlCharts } from '#analysis/monitoring/charts/report-control-charts.ts';
import { directions } from '#analysis/monitoring/rules/read-variation.ts';
import { ruleSetNames } from '#analysis/monitoring/rules/rule-sets.ts';
import { defineFamily } from '../family.ts';

/** Control charts of a series, one row a period. */
export const controlCharts = defineFamily(
  z.strictObject({
    p: z.strictObject({ events: z.string(), sizes: z.string() }).optional(),
    u: z.strictObject({ counts: z.string(), exposure: z.string() }).optional(),
    individuals: z.string().optional(),
    stages: z
      .array(z.strictObject({ from: z.int().min(0), baseline: z.int().min(1).optional() }))
      .min(1)
      .describe('where limits begin anew, as in [{"from": 0, "baseline": 12}, {"from": 24}]')
      .optional(),
    screen: z.boolean().optional(),
    constant: z.enum(['rounded', 'd2']).optional(),
    rules: z.enum(ruleSetNames).optional(),
    direction: z.enum(directions).optional(),
    target: z.number().optional(),
    baseline: z.int().min(2).optional(),
    ewma: z.strictObject({ lambda: z.number().gt(0).max(1), limit: z.number().gt(0) }).optional(),
    cusum: z.strictObject({ reference: z.number().min(0), limit: z.number().gt(0) }).optional(),
  }),
  reportControlCharts,
);
