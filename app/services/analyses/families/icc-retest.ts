import { z } from 'zod';
import { reportRetest } from '#analysis/reliability/report-retest.ts';
import { defineFamily } from '../family.ts';
import { itemOptions } from '../item-options.ts';

/**
 * Retest or inter-rater reliability. `items` are the measurements; or, with `suffixes`, the items of a scale
 * asked once per suffix (`positive` and `negative` say the same with keys).
 */
export const iccRetest = defineFamily(
  z.strictObject({
    ...itemOptions,
    items: z.array(z.string()).min(1).optional(),
    positive: z.array(z.string()).optional(),
    negative: z.array(z.string()).optional(),
    suffixes: z.array(z.string()).min(2).optional(),
    score: z.string().optional(),
    level: z.number().gt(0).lt(1).default(0.95),
  }),
  (table, { suffixes, positive = [], negative = [], level, items = [], ...options }) => {
    if (!suffixes) return reportRetest(table, { measurements: items, level });
    const { reverse = [], minCategory, maxCategory } = options;
    const scale = {
      ...{ suffixes, minCategory, maxCategory },
      items: [...items, ...positive, ...negative],
      reverse: [...reverse, ...negative],
    };
    return reportRetest(table, { scale, level });
  },
);
