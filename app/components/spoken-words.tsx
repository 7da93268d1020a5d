import { directionOf } from '#surveys/model/languages.ts';
import { toLanguage } from '../i18n/locales.ts';

/** Words of a person, in their language and its direction. */
export function SpokenWords({ text, language }: { text: string; language: string }) {
  return (
    <blockquote className="spoken-words" lang={language} dir={directionOf(toLanguage(language))}>
      {text}
    </blockquote>
  );
}
