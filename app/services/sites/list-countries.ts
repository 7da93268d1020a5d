import type { Language } from '#surveys/model/languages.ts';
import { countries } from './countries.ts';

export type Country = { code: string; name: string };

/** Named on the server alone: a browser may know other names, and the page would change under the reader. */
export function listCountries(language: Language): Country[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return countries
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}
