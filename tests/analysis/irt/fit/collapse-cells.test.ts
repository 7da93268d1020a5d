import { describe, expect, it } from 'vitest';
import { collapseCells } from '#analysis/irt/fit/collapse-cells.ts';

const row = (expected: number[], observed = expected.map(() => 1)) => ({ expected, observed });
const expectedOf = (rows: number[][]) =>
  collapseCells(
    rows.map((expected) => row(expected)),
    1,
  ).map(({ expected }) => expected);

describe('collapsing small cells', () => {
  it('leaves cells that expect enough, and pools scores with impossible categories', () => {
    expect(
      expectedOf([
        [2, 1, NaN],
        [3, 2, 1],
        [3, 2, 2],
        [3, 2, 3],
        [NaN, 2, 5],
      ]),
    ).toEqual([
      [5, 3, 1],
      [3, 2, 2],
      [3, 4, 8],
    ]);
  });

  it('adds neighbours from the lowest up, and the rest to the last', () => {
    expect(expectedOf([[0.25, 0.5, 0.25, 4, 0.5]])).toEqual([[1, 4.5]]);
    expect(expectedOf([[5, 3, 0.75, 0.5, 0]])).toEqual([[5, 3, 1.25]]);
    expect(expectedOf([[5, 3, 0.75, 0, 0]])).toEqual([[5, 3.75]]);
  });

  it('keeps what was observed with what was expected', () => {
    const [only] = collapseCells([row([0.5, 4, 0.5], [1, 2, 3])], 1);
    expect(only?.observed).toEqual([6]);
    expect(only?.expected).toEqual([5]);
  });

  it('looks at what each cell expects alone, not at how far other rows reach', () => {
    const many = Array.from({ length: 5 }, () => [3, 4, 0.25]);
    expect(expectedOf([...many, [3, 4, 2]]).at(-1)).toEqual([3, 4, 2]);
  });

  it('has nothing to say of nothing', () => {
    expect(expectedOf([])).toEqual([]);
    expect(expectedOf([[NaN, 1]])).toEqual([]);
    expect(expectedOf([[0, 0]])).toEqual([]);
  });
});
