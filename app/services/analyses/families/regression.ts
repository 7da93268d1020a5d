import { z } from 'zod';
import { regressionModels, reportRegression } from '#analysis/regression/report-regression.ts';
import { defineFamily } from '../family.ts';
import { outcomeShape, withOutcome } from './outcome-option.ts';

export const regression = defineFamily(
  z.strictObject({
    ...outcomeShape,
    predictors: z.array(z.string()).min(1),
    model: z.enum(regressionModels).optional(),
  }),
  (table, given) => reportRegression(table, withOutcome(given)),
);
