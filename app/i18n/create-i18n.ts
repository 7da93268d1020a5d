import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next/initReactI18next';
import { languages, type Language } from '#surveys/model/languages.ts';
import { loadCatalogues, namespaces, type Resources } from './catalogues.ts';
import { defaultLanguage } from './locales.ts';

const known = new Map<Language, Promise<Resources>>();

function catalogues(language: Language): Promise<Resources> {
  const loading = known.get(language) ?? loadCatalogues(language);
  known.set(language, loading);
  return loading;
}

/** An instance of its own for each request: a shared one would change language under another reader. */
export async function createI18n(language: Language): Promise<i18n> {
  const instance = createInstance();
  instance.use(initReactI18next);
  await instance.init({
    lng: language,
    fallbackLng: defaultLanguage,
    supportedLngs: languages,
    ns: namespaces,
    defaultNS: 'common',
    resources: {
      [defaultLanguage]: await catalogues(defaultLanguage),
      [language]: await catalogues(language),
    },
    interpolation: { escapeValue: false }, // React escapes
    react: { useSuspense: false },
    returnNull: false,
    showSupportNotice: false,
  });
  return instance;
}
