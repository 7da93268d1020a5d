import { expect, it } from 'vitest';
import { quotesOf } from '#app/services/outcomes/present-suggestions.ts';

const translations = [{ language: 'en', text: 'I waited', origin: 'human' as const }];
const linked = { suggestionId: 's', language: 'de', text: 'Ich wartete', translations };

it('quotes the words of a span, and nothing where the author does not agree', () => {
  expect(quotesOf([{ ...linked, start: 4, end: 11 }])).toEqual([
    { language: 'de', words: 'wartete', translations: [] },
  ]);
  expect(quotesOf([{ ...linked, start: null, end: null }])).toEqual([]);
});

it('stands beside its translation where all words are quoted, for that is what was translated', () => {
  const [whole] = quotesOf([{ ...linked, start: 0, end: linked.text.length }]);
  expect(whole).toEqual({ language: 'de', words: 'Ich wartete', translations });
});
