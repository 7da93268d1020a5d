import { z } from 'zod';
import { reportGradedResponse } from '#analysis/irt/report-graded-response.ts';
import { defineFamily } from '../family.ts';
import { itemResponseOptions } from './item-response-options.ts';

/** Graded response model. */
export const irtGrm = defineFamily(
  z.strictObject({
    ...itemResponseOptions,
    model: z
      .string()
      .regex(/^(graded|P\(X>=k\)=logistic)/)
      .describe('graded')
      .optional(),
  }),
  (table, { reverse = [], ...options }, controls) =>
    reportGradedResponse(table, { ...options, reverse }, controls),
);
