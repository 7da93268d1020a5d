import { z } from 'zod';
import { measureSuggestions } from '#analysis/themes/coding/measure-suggestions.ts';
import { defineFamily } from '../family.ts';
import { languageTag } from '../language-tag.ts';
import { textColumn } from '../text-column.ts';

/** How often suggestions, learnt from some coded answers, are right on the others. */
export const suggest = defineFamily(
  z.strictObject({
    text: z.string().min(1).describe('the column of answers'),
    label: z.string().min(1).describe('the column of codes that people gave'),
    language: languageTag,
    train: z.int().min(2).describe('how many coded answers are learnt from'),
    seed: z.int().default(1),
  }),
  (table, { text, label, language, train, seed }) =>
    measureSuggestions({
      texts: textColumn(table, text),
      codes: textColumn(table, label),
      ...{ language, train, seed },
    }),
);
