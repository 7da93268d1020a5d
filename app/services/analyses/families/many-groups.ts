import { z } from 'zod';
import { compareManyGroups } from '#analysis/groups/compare-many-groups.ts';
import { defineFamily } from '../family.ts';
import { outcomeShape, withOutcome } from './outcome-option.ts';

export const manyGroups = defineFamily(
  z.strictObject({ ...outcomeShape, group: z.string(), levels: z.array(z.string()).optional() }),
  (table, options) => compareManyGroups(table, withOutcome(options)),
);
