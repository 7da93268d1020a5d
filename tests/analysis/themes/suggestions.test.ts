import { expect, it } from 'vitest';
import { measureSuggestions } from '#analysis/themes/coding/measure-suggestions.ts';
import { suggestCodes } from '#analysis/themes/coding/suggest-codes.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { keepColumns } from '#analysis/numeric/sparse/keep-columns.ts';
import { textGrams } from '#analysis/themes/coding/text-grams.ts';
import { countTerms } from '#analysis/themes/features/count-terms.ts';
import { documentFeatures } from '#analysis/themes/features/document-features.ts';
import { splitTerms } from '#analysis/themes/text/split-terms.ts';
import { answersAbout } from './answers-about.ts';

const { texts, topics } = answersAbout(300, 9);

it('says nothing of how right suggestions are where there is one code', () => {
  const codes = texts.map(() => 'noise');
  expect(() => measureSuggestions({ texts, codes, language: 'en', train: 40, seed: 1 })).toThrow(
    'one-code',
  );
});

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

it('knows a word that no coded text holds by its company', () => {
  const grams = textGrams(texts, 'en');
  const codes = [...new Set(topics)].filter((topic) => topic !== 'none');
  const coded = codes.map((code) => ({ row: topics.indexOf(code), code }));
  const rest = [...texts.keys()].filter(
    (row) => topics[row] !== 'none' && !coded.some((one) => one.row === row),
  );
  const accuracy = (matrix: typeof grams) => {
    const suggestions = suggestCodes(matrix, coded, rest);
    const right = rest.filter((row, at) => suggestions[at]?.[0]?.code === topics[row]);
    return right.length / rest.length;
  };
  const stems = texts.map((text) => splitTerms(text, 'en').map(({ stem }) => stem));
  const once = new Float64Array(texts.length).fill(1);
  const places = documentFeatures(countTerms(stems, once), once, seededGenerator(1)).width;
  const withoutPlaces = keepColumns(
    grams,
    Int32Array.from({ length: grams.columns - places }, (_, column) => column),
  );
  expect(accuracy(grams)).toBeGreaterThan(0.95);
  expect(accuracy(withoutPlaces)).toBeLessThan(accuracy(grams));
});
