import { z } from 'zod';
import { reportCalibration } from '#analysis/monitoring/performance/report-calibration.ts';
import { defineFamily } from '../family.ts';

/** Whether predicted risks are what happens. */
export const calibration = defineFamily(
  z.strictObject({
    outcome: z.string(),
    probability: z.string(),
    bins: z.int().min(3).max(100).optional(),
    level: z.number().gt(0).lt(1).optional(),
    isDevelopment: z.boolean().optional(),
  }),
  reportCalibration,
);
