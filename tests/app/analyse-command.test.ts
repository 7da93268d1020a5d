import { describe, expect, it } from 'vitest';
import { matchOptionNames } from '#app/services/analyses/match-option-names.ts';
import { plainNumbers } from '#app/services/analyses/plain-numbers.ts';
import { readTable } from '#app/services/analyses/read-table.ts';

describe('a file as named columns', () => {
  it('reads numbers, words and what is missing', () => {
    const { n, columns } = readTable('\uFEFFa,b\r\n1,x\r\n,NA\r\n-2.5e1,"y, z"\r\n');
    expect(n).toBe(3);
    expect(columns.get('a')).toEqual({ kind: 'number', values: Float64Array.of(1, NaN, -25) });
    expect(columns.get('b')).toEqual({ kind: 'text', values: ['x', null, 'y, z'] });
  });

  it('refuses rows of different lengths with the line', () => {
    expect(() => readTable('a,b\n1,2\n3\n')).toThrow(/line 3/);
  });
});

it('knows an option in either spelling', () => {
  const given = { min_category: 1, nfactors: 2, other: 3 };
  expect(matchOptionNames(given, ['minCategory', 'nFactors'])).toEqual({
    minCategory: 1,
    nFactors: 2,
    other: 3,
  });
});

it('writes typed arrays as lists and undefined numbers as null', () => {
  const value = { a: Float64Array.of(1, NaN), b: new Map([['x', Infinity]]) };
  expect(JSON.stringify(value, plainNumbers)).toBe('{"a":[1,null],"b":{"x":"Infinity"}}');
});
