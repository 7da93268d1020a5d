import { z } from 'zod';
import type { Language, LocalText } from '#surveys/model/languages.ts';

type Given = Partial<Record<Language, string | undefined>>;

/** Empty fields are languages without a text. */
export function toLocalText(given: Given): LocalText {
  const entries = Object.entries(given)
    .map(([tag, text]) => [tag, text?.replaceAll('\r\n', '\n').trim()] as const)
    .filter(([, text]) => text !== undefined && text !== '');
  return Object.fromEntries(entries);
}

function shape(longest: number) {
  const text = z.string().trim().max(longest, 'text-long').optional();
  return z
    .object({ en: text, kk: text, ru: text, de: text, es: text, ar: text, zh: text })
    .prefault({});
}

/** A text in any of the product's languages, in a form; with `missing`, in one of them at least. */
export function localTextField(longest: number, missing?: string) {
  return shape(longest)
    .transform(toLocalText)
    .refine((text) => missing === undefined || Object.keys(text).length > 0, {
      error: missing ?? '',
    });
}
