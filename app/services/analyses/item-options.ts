import { z } from 'zod';

const category = z
  .number()
  .nullish()
  .transform((value) => value ?? undefined);

/** The options every family of items understands. */
export const itemOptions = {
  items: z.array(z.string()).min(2),
  reverse: z.array(z.string()).optional(),
  minCategory: category,
  maxCategory: category,
};
