import { z } from 'zod';
import { multilevelBinary as compute } from '#analysis/multilevel/multilevel-binary.ts';
import { defineFamily } from '../family.ts';
import { multilevelShape } from './multilevel-options.ts';
import { withOutcome } from './outcome-option.ts';

const options = z.strictObject({
  ...multilevelShape,
  binary: z.string().optional(),
  quadraturePoints: z.number().int().min(1).max(100).optional(),
});

export const multilevelBinary = defineFamily(options, (table, given) => {
  return compute(table, withOutcome(given));
});
