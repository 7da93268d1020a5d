import { useTranslation } from 'react-i18next';
import { localText, type Language, type LocalText } from '#surveys/model/languages.ts';
import { listIn } from '../i18n/isolate.ts';
import { defaultLanguage, formatTag, toLanguage } from '../i18n/locales.ts';

/** Dates, numbers, lists and names of languages as the reader's language writes them. */
export function useLocal() {
  const { i18n } = useTranslation();
  const language = toLanguage(i18n.language);
  const locale = formatTag(language);
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const nameOf = (tag: string) => names.of(tag) ?? tag;
  const listOf = (parts: readonly string[]) => listIn(language, parts);
  return {
    ...{ language, locale },
    text: (text: LocalText, fallback: Language = defaultLanguage) =>
      localText(text, language, fallback),
    nameOf,
    listOf,
    languages: (tags: readonly string[]) => listOf(tags.map(nameOf)),
    number: (value: number) => new Intl.NumberFormat(locale).format(value).replace('-', '\u2212'),
    date: (value: Date | string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
        new Date(value),
      ),
  };
}
