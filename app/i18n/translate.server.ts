import type { i18n } from 'i18next';
import type { Language } from '#surveys/model/languages.ts';
import { createI18n } from './create-i18n.ts';
import { resolveLanguage } from './language.server.ts';

/** For what a loader or service says itself: titles, mails, files. `const { t } = await translate(request)`. */
export async function translate(request: Request): Promise<i18n> {
  return createI18n(await resolveLanguage(request));
}

export async function translateInto(language: Language): Promise<i18n> {
  return createI18n(language);
}
