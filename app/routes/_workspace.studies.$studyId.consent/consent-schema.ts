import { z } from 'zod';
import type { LocalText } from '#surveys/model/languages.ts';

const text = z.string().trim().max(10_000, 'consent-long').optional();

/** Only the languages of the study have a field; one left empty has no consent text. */
export const consentSchema = z.object({
  en: text,
  kk: text,
  ru: text,
  de: text,
  es: text,
  ar: text,
  zh: text,
});

export function toTexts(form: z.output<typeof consentSchema>): LocalText {
  const given = Object.entries(form).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(given.map(([tag, value]) => [tag, value?.replaceAll('\r\n', '\n')]));
}
