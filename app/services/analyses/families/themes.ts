import { z } from 'zod';
import { findThemes } from '#analysis/themes/find-themes.ts';
import { defineFamily } from '../family.ts';
import { textColumn } from '../text-column.ts';

/** A first draft of themes in a column of short answers. */
export const themes = defineFamily(
  z.strictObject({
    text: z.string().min(1).describe('the column of answers'),
    language: z.string().min(2).default('en').describe('the language tag of the answers'),
    k: z
      .union([z.int().min(1).max(500), z.literal('auto')])
      .default('auto')
      .describe('how many themes, or auto'),
    seed: z.int().default(1),
  }),
  (table, { text, language, k, seed }, { onProgress }) =>
    findThemes({
      ...{ texts: textColumn(table, text), language, k, seed },
      ...(onProgress ? { progress: onProgress } : {}),
    }),
);
