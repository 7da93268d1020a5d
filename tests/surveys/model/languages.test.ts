import { expect, it } from 'vitest';
import { directionOf, languages, localText } from '#surveys/model/languages.ts';

it('writes Arabic from right to left and the others from left to right', () => {
  expect(languages.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar']);
});

it('falls back to the given language, then to any, then to nothing', () => {
  expect(localText({ en: 'one', kk: 'бір' }, 'kk', 'en')).toBe('бір');
  expect(localText({ en: 'one' }, 'kk', 'en')).toBe('one');
  expect(localText({ de: 'eins' }, 'kk', 'en')).toBe('eins');
  expect(localText({}, 'kk', 'en')).toBe('');
});
