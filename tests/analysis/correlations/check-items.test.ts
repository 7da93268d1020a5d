import { describe, expect, it } from 'vitest';
import { checkItems } from '#analysis/correlations/check-items.ts';
import { reportFactorability } from '#analysis/correlations/report-factorability.ts';
import { reportLargeItems } from '#analysis/correlations/report-large-items.ts';
import type { Table } from '#analysis/table/table.ts';

function tableOf(columns: Record<string, readonly number[]>): Table {
  const entries = Object.entries(columns).map(([name, values]) => {
    return [name, { kind: 'number', values: Float64Array.from(values) }] as const;
  });
  return { n: Object.values(columns)[0]?.length ?? 0, columns: new Map(entries) };
}

const a = [1, 2, 3, 4, 5, 3, 2, 4];
const b = [2, 2, 3, 5, 5, 3, 1, 4];

describe('what stands in the way of an analysis', () => {
  it('names an item without variance and leaves it in alpha', () => {
    const check = checkItems(tableOf({ a, b, c: a.map(() => 3) }), { items: ['a', 'b', 'c'] });
    expect(check.itemsWithoutVariance).toEqual(['c']);
    expect(check.correlations[0]?.[2]).toBeNull();
    expect(check.correlations[0]?.[1]).toBeCloseTo(0.898177426278144, 13);
    expect([check.determinant, check.smallestEigenvalue]).toEqual([null, null]);
    const [all, varying] = [check.alpha, check.alphaOfVaryingItems];
    if (!all.ok || !varying.ok) throw new Error('estimable');
    // k/(k − 1) alone tells them apart: 3/2 against 2
    expect(all.value / varying.value).toBeCloseTo(3 / 4, 12);
  });

  it('names the same item twice, also turned, and no factor analysis follows', () => {
    const table = tableOf({ a, b, again: a, turned: a.map((x) => 6 - x) });
    const items = ['a', 'b', 'again', 'turned'];
    const check = checkItems(table, { items });
    expect(check.perfectlyCorrelated).toEqual([
      { items: ['a', 'again'], r: 1 },
      { items: ['a', 'turned'], r: -1 },
      { items: ['again', 'turned'], r: -1 },
    ]);
    expect(Math.abs(check.smallestEigenvalue ?? 1)).toBeLessThan(1e-12);
    expect(reportFactorability(table, { items: ['a', 'b', 'again'] })).toMatchObject({ ok: false });
  });

  it('knows dichotomous items', () => {
    const items = ['x', 'y'];
    const table = tableOf({ x: [0, 1, 1, 0, 1], y: [0, 1, 0, 0, 1] });
    expect(checkItems(table, { items }).isDichotomous).toBe(true);
    expect(checkItems(tableOf({ x: a, y: b }), { items }).isDichotomous).toBe(false);
  });

  it.each([
    ['two respondents', { a: [1, 2], b: [2, 1] }, 2],
    ['nobody answered an item', { a: [1, 2, 3], b: [NaN, NaN, NaN] }, 0],
    ['nobody answered anything', { a: [NaN, NaN], b: [NaN, NaN] }, 0],
    ['no rows', { a: [], b: [] }, 0],
  ])('%s: a report without NaN', (_, columns, complete) => {
    const table = tableOf(columns);
    const items = Object.keys(columns);
    const check = checkItems(table, { items });
    expect(check.complete).toBe(complete);
    expect(check.itemsWithoutAnswers).toEqual(
      items.filter((name) => columns[name as 'a' | 'b'].every((value) => Number.isNaN(value))),
    );
    const report = reportLargeItems(table, { items, polychoric: true });
    expect(report.complete).toBe(complete);
    for (const text of [check, report].map((found) => JSON.stringify(found, replaceNaN))) {
      expect(text).not.toContain('"not a number"');
    }
  });
});

function replaceNaN(_key: string, value: unknown): unknown {
  return typeof value === 'number' && Number.isNaN(value) ? 'not a number' : value;
}
