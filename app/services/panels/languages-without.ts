import { languageSchema, type Language, type LocalText } from '#surveys/model/languages.ts';

/** Languages of a panel in which a text is missing. */
export function languagesWithout(text: LocalText, languages: readonly string[]): Language[] {
  return languages
    .map((tag) => languageSchema.parse(tag))
    .filter((language) => !text[language]?.trim());
}
