import type { Language, LocalText } from '#surveys/model/languages.ts';
import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { kazakh } from './kk.ts';
import { russian } from './ru.ts';
import { chinese } from './zh.ts';

/** What a study starts with; a researcher may change it before anybody has agreed to it. */
export const defaultConsent = {
  en: english,
  kk: kazakh,
  ru: russian,
  de: german,
  es: spanish,
  ar: arabic,
  zh: chinese,
} satisfies Record<Language, string> & LocalText;
