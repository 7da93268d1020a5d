import { z } from 'zod';
import { compareTwoGroups } from '#analysis/groups/compare-two-groups.ts';
import { defineFamily } from '../family.ts';
import { outcomeShape, withOutcome } from './outcome-option.ts';

const label = z.union([z.string(), z.number()]).optional();

export const twoGroups = defineFamily(
  z.strictObject({ ...outcomeShape, group: z.string(), group1: label, group2: label }),
  (table, options) => compareTwoGroups(table, withOutcome(options)),
);
