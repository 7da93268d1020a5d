import { z } from 'zod';

const grid = z.strictObject({
  points: z.int().min(3).max(1001).optional(),
  from: z.number().optional(),
  to: z.number().optional(),
});

/** "61 points, -6..6", what comes after is a remark. */
const written = z
  .string()
  .regex(/^\d+ points, -?[\d.]+\.\.-?\d+(\.\d+)?/)
  .transform((text) => {
    const [, points, from, to] =
      /^(\d+) points, (-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)/.exec(text) ?? [];
    return grid.parse({ points: Number(points), from: Number(from), to: Number(to) });
  });

/** What the item response models have in common. */
export const itemResponseOptions = {
  items: z.array(z.string()).min(2),
  reverse: z.array(z.string()).optional(),
  minCategory: z.number().optional(),
  maxCategory: z.number().optional(),
  quadrature: z.union([grid, written]).describe('as in: 61 points, -6..6').optional(),
  confidenceLevel: z.number().gt(0).lt(1).optional(),
  traitLevels: z.array(z.number()).min(1).optional(),
  missing: z
    .string()
    .regex(/^(full.information|listwise|as mirt)/)
    .describe('full information or listwise')
    .transform((text) =>
      text === 'listwise' ? ('listwise' as const) : ('full-information' as const),
    )
    .optional(),
};
