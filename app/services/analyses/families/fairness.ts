import { z } from 'zod';
import { thresholdRules } from '#analysis/monitoring/performance/confusion.ts';
import { reportFairness } from '#analysis/monitoring/subgroups/report-fairness.ts';
import { defineFamily } from '../family.ts';

/** How a prediction works in each group against a reference named beforehand. */
export const fairness = defineFamily(
  z.strictObject({
    outcome: z.string(),
    probability: z.string(),
    group: z.string(),
    threshold: z.number(),
    rule: z.enum(thresholdRules).optional(),
    reference: z.string().optional(),
    margin: z.number().gt(0).lt(1).optional(),
    minimumDenominator: z.int().min(0).optional(),
    minimumNumerator: z.int().min(0).optional(),
    level: z.number().gt(0).lt(1).optional(),
  }),
  reportFairness,
);
