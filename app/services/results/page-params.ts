import { z } from 'zod';
import type { GroupFilter } from './wave-view.server.ts';

/** In the address: `wave=2&group=language.kk`; `role.none` are those who did not state it. */
const notStated = 'none';

export function groupValue({ dimension, level }: GroupFilter): string {
  return `${dimension}.${level ?? notStated}`;
}

const groupSchema = z
  .string()
  .regex(/^[a-z-]+\.[a-z0-9-]+$/u)
  .transform((value): GroupFilter => {
    const [dimension = '', level = ''] = value.split('.');
    return { dimension, level: level === notStated ? null : level };
  });

export const filterSchema = z.object({
  wave: z.coerce.number().int().min(1).nullable().catch(null),
  group: groupSchema.nullable().catch(null),
  by: z
    .string()
    .regex(/^[a-z-]+$/u)
    .catch('site'),
});
export type ResultsFilter = z.infer<typeof filterSchema>;
