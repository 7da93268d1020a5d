import { z } from 'zod';
import { multilevelLinear as compute } from '#analysis/multilevel/multilevel-linear.ts';
import { defineFamily } from '../family.ts';
import { multilevelShape } from './multilevel-options.ts';
import { withOutcome } from './outcome-option.ts';

const options = z.strictObject({
  ...multilevelShape,
});

export const multilevelLinear = defineFamily(options, (table, given) => {
  return compute(table, withOutcome(given));
});
