import { expect, it } from 'vitest';
import { allOf } from '#app/services/all-of.ts';

type Word = 'one' | 'two';

it('a list holds every word once, in its own order', () => {
  expect(allOf<Word>()(['two', 'one'])).toEqual(['two', 'one']);
  // @ts-expect-error a word is missing
  allOf<Word>()(['two']);
  // @ts-expect-error a word stands twice
  allOf<Word>()(['two', 'one', 'two']);
  // @ts-expect-error nobody knows the word
  allOf<Word>()(['two', 'one', 'three']);
});
