import { z } from 'zod';
import { checkItems } from '#analysis/correlations/check-items.ts';
import { defineFamily } from '../family.ts';
import { itemOptions } from '../item-options.ts';

/** What stands in the way of analysing the items. */
export const edge = defineFamily(z.strictObject(itemOptions), checkItems);
