import { z } from 'zod';
import { reportDescriptives } from '#analysis/descriptives/report-descriptives.ts';
import { defineFamily } from '../family.ts';
import { itemOptions } from '../item-options.ts';

/** Items and their sum score. */
export const descriptives = defineFamily(
  z.strictObject({ ...itemOptions, items: z.array(z.string()).min(1) }),
  reportDescriptives,
);
