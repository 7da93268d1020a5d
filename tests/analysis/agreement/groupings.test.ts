import { describe, expect, it } from 'vitest';
import { adjustedRandIndex } from '#analysis/agreement/adjusted-rand-index.ts';
import { normalisedMutualInformation } from '#analysis/agreement/normalised-mutual-information.ts';
import { ShapeError } from '#analysis/errors.ts';

/**
 * By hand from the definitions. Third row: Σ C(n_ij, 2) = 1, Σ C(a_i, 2) = 1, Σ C(b_j, 2) = 2, C(4, 2) = 6, so
 * ARI = (1 − 1/3) / (3/2 − 1/3) = 4/7; H(A) = H(A, B) = 3/2 ln 2, H(B) = ln 2, so NMI = 2 ln 2 / (5/2 ln 2) = 4/5.
 */
const golden = [
  [[0, 0, 1, 1], ['x', 'x', 'y', 'y'], 1, 1],
  [[0, 0, 1, 1], [0, 1, 0, 1], -0.5, 0],
  [[0, 0, 1, 2], [0, 0, 1, 1], 4 / 7, 4 / 5],
  [[0, 0, 0, 0], [0, 1, 2, 3], 0, 0],
  [[0, 0, 0], [1, 1, 1], 1, 1],
] as const;

describe('two groupings of the same things', () => {
  it.each(golden)('%j and %j', (a, b, rand, information) => {
    expect(adjustedRandIndex(a, b)).toBeCloseTo(rand, 12);
    expect(adjustedRandIndex(b, a)).toBeCloseTo(rand, 12);
    expect(normalisedMutualInformation(a, b)).toBeCloseTo(information, 12);
    expect(normalisedMutualInformation(b, a)).toBeCloseTo(information, 12);
  });

  it('agree as the table of their cells says', () => {
    const [a, b] = [
      [0, 0, 0, 1, 1, 1],
      [0, 0, 1, 1, 2, 2],
    ];
    // Cells 2, 1, 1, 2; rows 3, 3; columns 2, 2, 2: (2 − 6 · 3 / 15) / ((6 + 3) / 2 − 6 · 3 / 15) = 8 / 33.
    expect(adjustedRandIndex(a, b)).toBeCloseTo(8 / 33, 12);
    // H(A) = ln 2, H(B) = ln 3, H(A, B) = −(2/3 ln 1/3 + 1/3 ln 1/6).
    const [ha, hb] = [Math.log(2), Math.log(3)];
    const both = (2 / 3) * Math.log(3) + (1 / 3) * Math.log(6);
    const expected = (2 * (ha + hb - both)) / (ha + hb);
    expect(normalisedMutualInformation(a, b)).toBeCloseTo(expected, 12);
  });

  it('of nothing agree, and of different things are refused', () => {
    for (const compare of [adjustedRandIndex, normalisedMutualInformation]) {
      expect(compare([], [])).toBe(1);
      expect(() => compare([1, 2], [1])).toThrow(ShapeError);
    }
  });
});
