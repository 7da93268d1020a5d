import { z } from 'zod';
import { reportContentValidity } from '#analysis/agreement/report-content-validity.ts';
import { defineFamily } from '../family.ts';

/** '1-4' or [1, 4] */
const scale = z
  .union([z.string().regex(/^-?\d+\s*-\s*-?\d+$/), z.tuple([z.number(), z.number()])])
  .transform((value): readonly [number, number] => {
    if (typeof value !== 'string') return value;
    const [, lowest, highest] = /^(-?\d+)\s*-\s*(-?\d+)$/.exec(value) ?? [];
    return [Number(lowest), Number(highest)];
  })
  .describe('the lowest and highest rating, as in 1-4');

/** '>= 3', '> 2' or 3; ratings are whole numbers. */
const relevantIf = z
  .union([z.string().regex(/^>=?\s*-?\d+$/), z.number()])
  .transform((value): number => {
    if (typeof value === 'number') return value;
    const [, sign, limit] = /^(>=?)\s*(-?\d+)$/.exec(value) ?? [];
    return Number(limit) + (sign === '>' ? 1 : 0);
  })
  .describe('the ratings that count as relevant, as in >= 3');

/** Experts' ratings of items: rows items, one column per expert (`experts` or `items`). */
export const contentValidity = defineFamily(
  z.strictObject({
    experts: z.array(z.string()).min(1).optional(),
    items: z.array(z.string()).min(1).optional(),
    label: z.string().optional(),
    scale: scale.default([1, 4]),
    relevantIf: relevantIf.default(3),
    level: z.number().gt(0).lt(1).default(0.95),
  }),
  (table, { experts, items, label, scale: [lowest, highest], relevantIf: relevantFrom, level }) =>
    reportContentValidity(table, {
      ...{ experts: experts ?? items, label, lowest, highest, relevantFrom, level },
    }),
);
