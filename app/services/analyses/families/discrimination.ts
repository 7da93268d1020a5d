import { z } from 'zod';
import { thresholdRules } from '#analysis/monitoring/performance/confusion.ts';
import { reportDiscrimination } from '#analysis/monitoring/performance/report-discrimination.ts';
import { defineFamily } from '../family.ts';

/** How well a score tells cases with an outcome from those without. */
export const discrimination = defineFamily(
  z.strictObject({
    outcome: z.string(),
    score: z.string(),
    score2: z.string().optional(),
    thresholds: z.array(z.number()).optional(),
    rule: z.enum(thresholdRules).optional(),
    level: z.number().gt(0).lt(1).optional(),
  }),
  reportDiscrimination,
);
