import type { Language } from '#surveys/model/languages.ts';

/** Texts that are right as they are in another language, each named: names and international words. */
const everywhere = ['common:brand', 'instruments:rights.doi'];

const byLanguage: Partial<Record<Language, readonly string[]>> = {
  de: [
    'sign-in:secondFactor.code',
    'settings:secondFactor.code',
    'results:tab.items',
    'results:items.row',
    'results:items.sd',
    'results:items.kurtosis',
    'results:scales.items',
    'results:change.degreesOfFreedom',
    'results:import.target.items',
    'instruments:list.items',
    'instruments:instrument.version',
    'instruments:version.name',
    'instruments:item.code',
    'instruments:scale.items',
    'instruments:wording.place.stem',
    'studies:consent.version',
  ],
  es: ['instruments:no', 'studies:no'],
};

export function maySoundEnglish(language: Language, key: string): boolean {
  return everywhere.includes(key) || (byLanguage[language] ?? []).includes(key);
}
