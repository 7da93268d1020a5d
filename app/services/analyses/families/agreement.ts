import { z } from 'zod';
import { reportAgreement } from '#analysis/agreement/report-agreement.ts';
import { DomainError } from '#analysis/errors.ts';
import { defineFamily } from '../family.ts';

/** Agreement of raters, one column each (`raters` or `items`), rows units. `missing` is a remark. */
export const agreement = defineFamily(
  z.strictObject({
    raters: z.array(z.string()).min(2).optional(),
    items: z.array(z.string()).min(2).optional(),
    categories: z.array(z.union([z.string(), z.number()])).optional(),
    missing: z.string().optional(),
    level: z.number().gt(0).lt(1).default(0.95),
    draws: z.int().min(0).max(100_000).default(2000),
    seed: z.int().default(1),
  }),
  (table, { raters, items, ...options }) => {
    const names = raters ?? items;
    if (!names) throw new DomainError('too-few-raters');
    return reportAgreement(table, { ...options, raters: names });
  },
);
