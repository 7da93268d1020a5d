import { describe, expect, it } from 'vitest';
import { covariateColumns } from '#analysis/table/expression/covariate-columns.ts';
import { expressionColumn } from '#analysis/table/expression/expression-column.ts';
import { tableOf } from '../support/table-of.ts';

const table = tableOf({
  x: [1, 2, NaN],
  y: [4, 0, 1],
  'a-b': [7, 8, 9],
  arm: ['control', '', 'e learn'],
});

describe('formulas over columns', () => {
  it.each<[string, (number | null)[]]>([
    ['x', [1, 2, null]],
    ['a-b', [7, 8, 9]],
    ['`a-b` - 1', [6, 7, 8]],
    ['x + y*2', [9, 2, null]],
    ['(x + y)*2', [10, 4, null]],
    ['10 - 2 - 3', [5, 5, 5]],
    ['8/2/2', [2, 2, 2]],
    ['2^3^2', [512, 512, 512]],
    ['-x^2', [-1, -4, null]],
    ['y/(x - 2)', [-4, null, null]],
    ['y >= 1', [1, 0, 1]],
    ['x != 1', [0, 1, null]],
    ['arm = control', [1, null, 0]],
    ['arm != "e learn"', [1, null, 0]],
    ['1.5e1 + .5', [15.5, 15.5, 15.5]],
  ])('%s', (text, expected) => {
    const values = [...expressionColumn(table, text)];
    expect(values.map((value) => (Number.isNaN(value) ? null : value))).toEqual(expected);
  });

  it.each(['', 'x +', '(x', 'x)', 'x y', '1 < 2 < 3', 'x; y', 'f(x)', 'x = = y', '('.repeat(99)])(
    'refuses %s',
    (text) => {
      expect(() => expressionColumn(table, text)).toThrow('expression');
    },
  );

  it('refuses columns that are not there, and words in arithmetic', () => {
    expect(() => expressionColumn(table, 'z + 1')).toThrow('unknown-column');
    expect(() => expressionColumn(table, 'arm + 1')).toThrow('not-numeric');
    expect(() => expressionColumn(table, 'arm > 1')).toThrow('not-numeric');
    expect(() => expressionColumn(table, 'constructor')).toThrow('unknown-column');
  });
});

describe('covariates', () => {
  it('are columns, named formulas, or an indicator for each level but the first', () => {
    const columns = covariateColumns(table, ['x', 'x_10 = (x - 1)/10', 'old = y >= 1', 'arm']);
    expect(columns.map(({ name }) => name)).toEqual(['x', 'x_10', 'old', 'arme learn']);
    expect([...(columns[1]?.values ?? [])].slice(0, 2)).toEqual([0, 0.1]);
    expect([...(columns[2]?.values ?? [])]).toEqual([1, 0, 1]);
    expect([...(columns[3]?.values ?? [])]).toEqual([0, NaN, 1]);
  });

  it('stand once each', () => {
    expect(() => covariateColumns(table, ['x', 'x = y'])).toThrow('duplicate-covariate');
  });
});
