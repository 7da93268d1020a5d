import type { Instrument } from '../model/instrument.ts';
import type { Language } from '../model/languages.ts';

/**
 * What people of a language were asked and how it was scored: evidence holds as long as this stays the same.
 * Titles, pages, rights and other languages may change.
 */
export function itemsContent(instrument: Instrument, language: Language): unknown {
  return {
    items: instrument.items.map(({ id, stem, reverseKeyed, optionSet }) => ({
      id,
      stem: stem[language] ?? null,
      ...{ reverseKeyed, optionSet },
    })),
    optionSets: instrument.optionSets.map(({ id, options }) => ({
      id,
      options: options.map(({ code, score, label }) => ({
        ...{ code, score },
        label: label[language] ?? null,
      })),
    })),
    scales: instrument.scales.map(({ id, items, transform }) => ({ id, items, transform })),
  };
}
