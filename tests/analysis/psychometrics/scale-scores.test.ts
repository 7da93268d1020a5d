import { describe, expect, it } from 'vitest';
import { scaleScores, type ScaleScoresInput } from '#analysis/psychometrics/scale-scores.ts';
import { deviation } from '../support/deviation.ts';

const plain = { codes: [1, 2, 3, 4, 5], scores: [1, 2, 3, 4, 5] };
const reversed = { codes: [1, 2, 3, 4, 5], scores: [5, 4, 3, 2, 1] };

function score(rows: number[][], recipe: Partial<ScaleScoresInput>) {
  const result = scaleScores({
    codes: Int16Array.from(rows.flat()),
    width: 3,
    items: [plain, reversed, plain],
    columns: [0, 1, 2],
    minimumAnswered: 2,
    transform: 'mean',
    prorate: true,
    ...recipe,
  });
  return result.ok ? [...result.scores] : result.reason;
}

const rows = [
  [5, 1, 5],
  [1, 5, -2],
  [4, -3, -1],
  [1, 1, 2],
];

describe('scale scores by the declared recipe (worked by hand)', () => {
  it.each<[string, Partial<ScaleScoresInput>, number[]]>([
    ['mean, prorated', {}, [5, 1, NaN, 8 / 3]],
    ['sum, prorated', { transform: 'sum' }, [15, 3, NaN, 8]],
    ['percent of maximum, prorated', { transform: 'percent-of-maximum' }, [100, 0, NaN, 500 / 12]],
    ['complete answers only', { prorate: false }, [5, NaN, NaN, 8 / 3]],
    ['one answer is enough', { minimumAnswered: 1 }, [5, 1, 4, 8 / 3]],
    ['a minimum of 0 still needs one answer', { minimumAnswered: 0 }, [5, 1, 4, 8 / 3]],
    ['a minimum above the number of items', { minimumAnswered: 4 }, [NaN, NaN, NaN, NaN]],
  ])('%s', (_, recipe, expected) => {
    const scores = score(rows, recipe);
    expected.forEach((value, row) =>
      expect(deviation(Number(scores[row]), value)).toBeLessThan(1e-12),
    );
  });

  it('nobody answered', () => {
    expect(score([[-1, -1, -1]], { minimumAnswered: 0 })).toEqual([NaN]);
  });

  it('reasons', () => {
    expect(score(rows, { items: [], columns: [] })).toBe('too-few-items');
    const flat = { codes: [1, 2, 3, 4, 5], scores: [1, 1, 1, 1, 1] };
    const items = [flat, flat, flat];
    expect(score(rows, { items, transform: 'percent-of-maximum' })).toBe('no-score-range');
    expect(score(rows, { items })).toEqual([1, 1, NaN, 1]);
  });
});
