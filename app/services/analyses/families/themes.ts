import { z } from 'zod';
import { findPooledThemes } from '#analysis/themes/find-pooled-themes.ts';
import { findThemesByLanguage } from '#analysis/themes/find-themes-by-language.ts';
import { findThemes } from '#analysis/themes/find-themes.ts';
import type { ThemeQuestion } from '#analysis/themes/theme-types.ts';
import { defineFamily } from '../family.ts';
import { languageTag } from '../language-tag.ts';
import { textColumn } from '../text-column.ts';

/** A first draft of themes in a column of short answers. */
export const themes = defineFamily(
  z.strictObject({
    text: z.string().min(1).describe('the column of answers'),
    language: languageTag,
    languages: z.string().optional().describe('a column of language tags, where they differ'),
    together: z
      .boolean()
      .default(true)
      .describe('themes over languages, refused where they follow them; false: of each language'),
    k: z
      .union([z.int().min(1).max(500), z.literal('auto')])
      .default('auto')
      .describe('how many themes, or auto'),
    grain: z.enum(['themes', 'small']).default('themes'),
    people: z.string().optional().describe('a column of who wrote each answer'),
    strata: z.string().optional().describe('a column of the groups that quotes are spread over'),
    seed: z.int().default(1),
  }),
  (table, { text, language, languages, together, people, strata, k, grain, seed }, controls) => {
    const known = (name: string) => textColumn(table, name).map((cell) => cell || null);
    const question: ThemeQuestion = {
      ...{ texts: textColumn(table, text), k, grain, seed },
      ...(people === undefined ? {} : { people: known(people) }),
      ...(strata === undefined ? {} : { strata: known(strata) }),
      ...(controls.onProgress ? { progress: controls.onProgress } : {}),
    };
    if (languages === undefined) return findThemes({ ...question, language });
    const tags = textColumn(table, languages).map((cell) => cell || language);
    const pooled = { ...question, languages: tags };
    return together ? findPooledThemes(pooled) : findThemesByLanguage(pooled);
  },
);
