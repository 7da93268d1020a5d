import { useTranslation } from 'react-i18next';
import { directionOf, languages } from '#surveys/model/languages.ts';
import { languageNames } from '../i18n/locales.ts';
import type { LanguageLink } from './language-links.tsx';

/** A page in each language; the rest of its address stays as it is. */
export function useLanguageItems(page: { pathname: string; search: string }): LanguageLink[] {
  const { i18n } = useTranslation();
  return languages.map((lang) => {
    const query = new URLSearchParams(page.search);
    query.set('lang', lang);
    return {
      lang,
      dir: directionOf(lang),
      label: languageNames[lang],
      href: `${page.pathname}?${query.toString()}`,
      current: lang === i18n.language,
    };
  });
}
