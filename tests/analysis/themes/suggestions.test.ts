import { expect, it } from 'vitest';
import { measureSuggestions } from '#analysis/themes/coding/measure-suggestions.ts';
import { suggestCodes } from '#analysis/themes/coding/suggest-codes.ts';
import { textGrams } from '#analysis/themes/coding/text-grams.ts';
import { answersAbout } from './answers-about.ts';

const { texts, topics } = answersAbout(300, 9);

it('learns codes from a few assignments', () => {
  const codes = topics.map((topic) => (topic === 'none' ? '' : topic));
  const found = measureSuggestions({ texts, codes, language: 'en', train: 40, seed: 1 });
  expect(found).toMatchObject({ coded: 270, train: 40, tested: 230, codes: 4 });
  expect(found.accuracy).toBeGreaterThan(0.95);
  expect(found.top3).toBeGreaterThanOrEqual(found.accuracy);
  expect(() => measureSuggestions({ texts, codes, language: 'en', train: 270, seed: 1 })).toThrow(
    'too-few-coded',
  );
});

it('gives every code a probability, and none before two codes were used', () => {
  const grams = textGrams(texts, 'en');
  const [a = 0, b = 0] = ['waiting', 'food'].map((topic) => topics.indexOf(topic));
  const coded = [
    { row: a, code: 'waiting' },
    { row: b, code: 'food' },
  ];
  expect(suggestCodes(grams, coded.slice(0, 1), [3])).toEqual([[]]);
  const [own = [], other = []] = suggestCodes(grams, coded, [a, b]);
  expect(own.map(({ code }) => code)).toEqual(['waiting', 'food']);
  expect(other.map(({ code }) => code)).toEqual(['food', 'waiting']);
  expect(own.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
});
