import { z } from 'zod';

/** What a column of the file means: `item:A1`, `covariate:role`, one of these words, or nothing. */
export const columnTargets = ['ignore', 'site', 'language', 'wave', 'day'] as const;
export const targetSchema = z.union([
  z.enum(columnTargets),
  z.templateLiteral(['item:', z.string()]),
  z.templateLiteral(['covariate:', z.string()]),
]);
export type Target = z.infer<typeof targetSchema>;

export const mappingSchema = z.object({
  /** One target per column. */
  columns: z.array(targetSchema),
  /** For what no column says. */
  fixed: z.object({
    site: z.string().nullable(),
    language: z.string().nullable(),
    wave: z.string().nullable(),
    day: z.string().nullable(),
  }),
  /** By group of values (`options:agreement`, `site`, …): what a cell's text stands for. */
  values: z.record(z.string(), z.record(z.string(), z.string())),
});
export type Mapping = z.infer<typeof mappingSchema>;
