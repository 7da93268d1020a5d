import { z } from 'zod';
import { reportRakingWeights } from '#analysis/weights/report-raking-weights.ts';
import { defineFamily } from '../family.ts';

/** Population shares by column and level: {"gender": {"1": 0.48, "2": 0.52}}. */
export const rakingWeights = defineFamily(
  z.strictObject({
    margins: z
      .record(z.string(), z.record(z.string(), z.number().min(0)))
      .describe('population shares by column and level, as in {"gender": {"1": 0.48, "2": 0.52}}'),
    trim: z.tuple([z.number().min(0), z.number().gt(1)]).optional(),
  }),
  reportRakingWeights,
);
