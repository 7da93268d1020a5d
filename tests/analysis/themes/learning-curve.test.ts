import { expect, it } from 'vitest';
import { learningCurve } from '#analysis/themes/coding/learning-curve.ts';
import { suggestCodes } from '#analysis/themes/coding/suggest-codes.ts';
import { textGrams } from '#analysis/themes/coding/text-grams.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { answersAbout } from './answers-about.ts';

const { texts, topics } = answersAbout(120, 9);
const grams = textGrams(texts, 'en');
const coded = [...topics.entries()].flatMap(([row, topic]) =>
  topic === 'none' ? [] : [{ row, codes: [topic] }],
);

it('predicts each text once, from those before it alone', () => {
  const curve = learningCurve(grams, coded);
  expect(curve.map(({ learnt }) => learnt)).toEqual([5, 10, 20, 30, 50, 75, 100]);
  expect(curve.reduce((sum, { tested }) => sum + tested, 0)).toBe(coded.length - 5);
  for (const { learnt, tested, first, three } of curve) {
    const pairs = coded.slice(0, learnt).map(({ row, codes: [code = ''] }) => ({ row, code }));
    const next = coded.slice(learnt, learnt + tested);
    const lists = suggestCodes(
      grams,
      pairs,
      next.map(({ row }) => row),
    );
    const right = next.filter(({ codes }, at) => lists[at]?.[0]?.code === codes[0]);
    expect(first).toBe(right.length);
    expect(three).toBeGreaterThanOrEqual(first);
    expect(three).toBeLessThanOrEqual(tested);
  }
});

it('climbs where words and codes belong together, and not where codes are given by chance', () => {
  const share = (points: ReturnType<typeof learningCurve>) => {
    const late = points.filter(({ learnt }) => learnt >= 30);
    const sum = (of: (point: (typeof late)[number]) => number) =>
      late.reduce((all, point) => all + of(point), 0);
    return sum(({ first }) => first) / sum(({ tested }) => tested);
  };
  expect(share(learningCurve(grams, coded))).toBeGreaterThan(0.9);
  const random = seededGenerator(2);
  const chance = coded.map(({ row }) => ({ row, codes: [`code ${Math.floor(5 * random())}`] }));
  // One in five by chance.
  expect(share(learningCurve(grams, chance))).toBeLessThan(0.35);
});

it('counts a text whose code nobody had used as wrong, and says nothing before two codes', () => {
  const same = coded.slice(0, 9).map(({ row }) => ({ row, codes: ['one'] }));
  expect(learningCurve(grams, same)).toEqual([]);
  const [known, late] = [coded.slice(0, 5), coded.slice(5, 8)];
  const fresh = late.map(({ row }) => ({ row, codes: ['never before'] }));
  const [point] = learningCurve(grams, [...known, ...fresh]);
  expect(point).toEqual({ learnt: 5, tested: 3, first: 0, three: 0 });
});
