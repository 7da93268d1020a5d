import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { families } from '#app/services/analyses/families.ts';
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

  it('takes what is too large to be a number for a word', () => {
    const { columns } = readTable('a,b\n1,1e999\n2,Infinity\n');
    expect(columns.get('b')).toEqual({ kind: 'text', values: ['1e999', 'Infinity'] });
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

const modelFamilies = ['cfa', 'cfa_ordinal', 'invariance', 'invariance_ordinal'] as const;

describe.each(modelFamilies)('%s', (name) => {
  const table = readTable('a,b,c,g\n1,2,1,x\n2,1,2,y\n');
  const group = name.startsWith('invariance') ? { group: 'g' } : {};
  const attempt = async (options: object) => {
    const family = await families[name]?.();
    return family?.run(table, { ...group, ...options }, {});
  };

  it('says what is missing when there is neither a model nor items', async () => {
    await expect(attempt({})).rejects.toMatchObject({ code: 'no-model' });
    await expect(attempt({ items: ['a'] })).rejects.toThrow(ZodError);
  });

  it('takes items as one factor, and a model as it is', async () => {
    expect(await attempt({ items: ['a', 'b', 'c'] })).toEqual(
      await attempt({ model: 'factor =~ a + b + c' }),
    );
  });
});

it('writes typed arrays as lists and undefined numbers as null', () => {
  const value = { a: Float64Array.of(1, NaN), b: new Map([['x', Infinity]]) };
  expect(JSON.stringify(value, plainNumbers)).toBe('{"a":[1,null],"b":{"x":"Infinity"}}');
});
