import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next/initReactI18next';
import { languages, type Language } from '#surveys/model/languages.ts';
import { loadCatalogues, namespaces } from './catalogues.ts';
import { isolateIn } from './isolate.ts';
import { defaultLanguage } from './locales.ts';

const bases = new Map<Language, Promise<i18n>>();

async function createBase(language: Language): Promise<i18n> {
  const instance = createInstance();
  instance.use(initReactI18next);
  await instance.init({
    lng: language,
    fallbackLng: defaultLanguage,
    supportedLngs: languages,
    ns: namespaces,
    defaultNS: 'common',
    resources: {
      [defaultLanguage]: await loadCatalogues(defaultLanguage),
      [language]: await loadCatalogues(language),
    },
    interpolation: { escape: isolateIn(language) }, // markup is escaped by React
    react: { useSuspense: false },
    returnNull: false,
    showSupportNotice: false,
  });
  return instance;
}

/**
 * An instance of its own for each request: a shared one would change language under another reader.
 * Clones share the catalogues and cost a quarter of a new instance.
 */
export async function createI18n(language: Language): Promise<i18n> {
  const base = bases.get(language) ?? createBase(language);
  bases.set(language, base);
  return (await base).cloneInstance({ lng: language });
}
