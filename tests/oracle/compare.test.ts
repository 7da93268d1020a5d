import { describe, expect, it } from 'vitest';
import { compareTree } from './compare.ts';
import { limitAt } from './tolerance.ts';
import { Simulated } from './tree.ts';

const by = {
  tolerance: { abs: 1e-6, rel: 1e-6, chisq_rel: 0.01, se: 0.1, note: 'in words' },
  named: [
    [/chisq/, 'chisq_rel'],
    [/se$/, 'se'],
    [/note/, 'note'],
  ] as [RegExp, string][],
};

function statuses(expected: unknown, actual: unknown): string[] {
  return compareTree('', expected, actual, by).map(({ path, status }) => `${path} ${status}`);
}

describe('the comparator of reference cases', () => {
  it('compares every leaf and names what is missing', () => {
    expect(statuses({ a: 1, b: { c: [1, 2] }, d: 3 }, { a: 1, b: { c: [1, 5] } })).toEqual([
      'a passed',
      'b.c[0] passed',
      'b.c[1] failed',
      'd unsupported',
    ]);
  });

  it('takes null for undefined numbers and "Inf" for infinity', () => {
    expect(statuses({ a: null, b: null, c: 'Inf' }, { a: NaN, b: 0, c: Infinity })).toEqual([
      'a passed',
      'b failed',
      'c passed',
    ]);
  });

  it('uses the named limit where its pattern applies', () => {
    expect(statuses({ chisq: 100, se: 1, a: 1 }, { chisq: 100.9, se: 1.05, a: 1.05 })).toEqual([
      'chisq passed',
      'se passed',
      'a failed',
    ]);
    expect(limitAt('note', by.tolerance, by.named)).toEqual({ abs: 1e-6, rel: 1e-6 });
  });

  it('finds cells of a matrix by their names', () => {
    const expected = { rows: ['a', 'b'], cols: ['x'], values: [[1], [2]] };
    expect(statuses(expected, { rows: ['b', 'a'], cols: ['x'], values: [[2], [1]] })).toEqual([
      '[a,x] passed',
      '[b,x] passed',
    ]);
    expect(statuses(expected, undefined)).toEqual(['[a,x] unsupported', '[b,x] unsupported']);
  });

  it('finds records of a list by their words, not their place', () => {
    const expected = [
      { lhs: 'f', op: '=~', est: 1 },
      { lhs: 'g', op: '=~', est: 2 },
    ];
    expect(statuses(expected, expected.toReversed())).not.toContain('[0].est failed');
    expect(statuses(expected, [{ lhs: 'f', op: '=~', est: 1 }])).toContain('[1].est unsupported');
  });

  it('judges a simulated number by its standard error', () => {
    expect(
      statuses({ a: 1, b: 1 }, { a: new Simulated(1.1, 0.05), b: new Simulated(1.5, 0.05) }),
    ).toEqual(['a passed', 'b failed']);
  });
});
