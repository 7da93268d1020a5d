import { match } from '@formatjs/intl-localematcher';
import { languages, languageSchema, type Language } from '#surveys/model/languages.ts';

export { languageSchema };

export const defaultLanguage: Language = 'en';

/** One of our languages; the default for whatever is none of them. */
export function toLanguage(tag: unknown): Language {
  return languageSchema.catch(defaultLanguage).parse(tag);
}

/**
 * How `Intl` writes numbers and dates of a language. Which digits an Arabic page has is each machine's own choice:
 * ours are those of the catalogue, on the server and in every browser.
 */
export function formatTag(language: Language): string {
  return language === 'ar' ? 'ar-u-nu-latn' : language;
}

/** Each in its own language: somebody who cannot read this page must find theirs. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  kk: 'Қазақша',
  ru: 'Русский',
  de: 'Deutsch',
  es: 'Español',
  ar: 'العربية',
  zh: '中文',
};

/** The best of `offered` for what was asked (BCP 47 tags, most wanted first). */
export function negotiateLanguage(
  wanted: readonly string[],
  offered: readonly Language[] = languages,
): Language {
  const fallback = offered.includes(defaultLanguage)
    ? defaultLanguage
    : (offered[0] ?? defaultLanguage);
  const valid = wanted.filter((tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length > 0;
    } catch {
      return false;
    }
  });
  return languageSchema.catch(fallback).parse(match(valid, offered, fallback));
}

/** `Accept-Language` as tags, most wanted first. */
export function acceptedLanguages(header: string | null): string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().split(';');
      return { tag, weight: Number(quality.trim().replace('q=', '')) || 0 };
    })
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
