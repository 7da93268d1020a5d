import { z } from 'zod';
import { multilevelOrdinal as compute } from '#analysis/multilevel/multilevel-ordinal.ts';
import { defineFamily } from '../family.ts';
import { multilevelShape } from './multilevel-options.ts';
import { withOutcome } from './outcome-option.ts';

const options = z.strictObject({
  ...multilevelShape,
  quadraturePoints: z.number().int().min(1).max(100).optional(),
});

export const multilevelOrdinal = defineFamily(options, (table, given) => {
  return compute(table, withOutcome(given));
});
