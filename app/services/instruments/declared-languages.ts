import type { Instrument } from '#surveys/model/instrument.ts';
import { languages, type Language } from '#surveys/model/languages.ts';

/** Languages in which the whole instrument can be answered. */
export function declaredLanguages({ versions }: Pick<Instrument, 'versions'>): Language[] {
  return languages.filter((language) =>
    versions.some((version) => version.language === language && version.register === 'standard'),
  );
}
