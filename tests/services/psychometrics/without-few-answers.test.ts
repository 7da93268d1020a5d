import { describe, expect, it } from 'vitest';
import { withoutFewAnswers } from '#app/services/psychometrics/without-few-answers.ts';
import type { Table } from '#analysis/table/table.ts';

/** Twenty people at each of three sites; at the third only `answered` of them answered `b`. */
function tableOf(answered: number): Table {
  const rows = Array.from({ length: 60 }, (_, row) => row);
  const site = (row: number) => ['East', 'North', 'South'][Math.floor(row / 20)] ?? '';
  const b = rows.map((row) => (row >= 40 + answered ? NaN : row % 5));
  return {
    n: 60,
    columns: new Map<string, ReturnType<Table['columns']['get']> & object>([
      ['a', { kind: 'number', values: Float64Array.from(rows, (row) => row % 4) }],
      ['b', { kind: 'number', values: Float64Array.from(b) }],
      ['site', { kind: 'text', values: rows.map(site) }],
    ]),
  };
}

const step = (name: string, items: string[]) => ({ name, family: 'x', options: { items } });
const sitesIn = ({ columns }: Table) => [...new Set<unknown>(columns.get('site')?.values)];
const minimum = 10;

describe('an analysis of few answers', () => {
  it('leaves out a group in which fewer than the minimum answered what is analysed', () => {
    const steps = [step('both', ['a', 'b'])];
    const guarded = withoutFewAnswers(tableOf(9), { steps, groups: ['site'], minimum });
    expect(sitesIn(guarded.table)).toEqual(['East', 'North']);
    expect(guarded.table.n).toBe(40);
    expect(guarded.table.columns.get('b')?.values).toHaveLength(40);
    const enough = tableOf(10);
    expect(withoutFewAnswers(enough, { steps, groups: ['site'], minimum }).table).toBe(enough);
  });

  it('asks for the columns that the step names, and no others', () => {
    const steps = [step('one', ['a'])];
    const table = tableOf(0);
    expect(withoutFewAnswers(table, { steps, groups: ['site'], minimum }).table).toBe(table);
  });

  it('is refused where all groups together are too few', () => {
    const few = { ...tableOf(20), n: 9 };
    const steps = [step('both', ['a', 'b'])];
    expect([...withoutFewAnswers(few, { steps, groups: [], minimum }).refused]).toEqual(['both']);
    const guarded = withoutFewAnswers(tableOf(20), { steps, groups: [], minimum });
    expect(guarded.refused.size).toBe(0);
  });
});
