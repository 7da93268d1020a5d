import { z } from 'zod';

export const languages = ['en', 'kk', 'ru', 'de', 'es', 'ar', 'zh'] as const;
export type Language = (typeof languages)[number];
export const languageSchema = z.enum(languages);

export const directions = ['ltr', 'rtl'] as const;
export type Direction = (typeof directions)[number];

const directionByLanguage: Record<Language, Direction> = {
  en: 'ltr',
  kk: 'ltr',
  ru: 'ltr',
  de: 'ltr',
  es: 'ltr',
  ar: 'rtl',
  zh: 'ltr',
};

export function directionOf(language: Language): Direction {
  return directionByLanguage[language];
}

export const maximumTextLength = 2000;

// Postgres can store neither U+0000 nor a lone surrogate in jsonb.
function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
}

export const textSchema = z
  .string()
  .min(1)
  .max(maximumTextLength)
  .regex(/\S/u)
  .refine(isStorable, { params: { code: 'forbidden-character' } });

export const localTextSchema = z.partialRecord(languageSchema, textSchema);
export type LocalText = z.infer<typeof localTextSchema>;

/** The text in `language`, else in `fallback`, else in any language there is, else ''. */
export function localText(text: LocalText, language: Language, fallback: Language): string {
  return text[language] ?? text[fallback] ?? Object.values(text)[0] ?? '';
}
