import type { Language, LocalText } from '#surveys/model/languages.ts';
import { isFieldable, type FieldableMode } from '../response-modes.ts';
import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { kazakh } from './kk.ts';
import { russian } from './ru.ts';
import { chinese } from './zh.ts';

const byLanguage = {
  en: english,
  kk: kazakh,
  ru: russian,
  de: german,
  es: spanish,
  ar: arabic,
  zh: chinese,
} satisfies Record<Language, Record<FieldableMode, string>>;

/**
 * What a study starts with; a researcher may change it before anybody has agreed to it. Where answers
 * are linked or carry a pseudonym, the text says what that means and does not call them anonymous.
 */
export function defaultConsent(mode: string): Record<Language, string> & LocalText {
  const known = isFieldable(mode) ? mode : 'anonymous';
  const texts = Object.entries(byLanguage).map(([language, text]) => [language, text[known]]);
  return Object.fromEntries(texts) as Record<Language, string>;
}
