import { describe, expect, it } from 'vitest';
import { buildItemPairTables } from '#analysis/psychometrics/build-item-pair-tables.ts';
import { cronbachAlphaFromCovariance } from '#analysis/psychometrics/cronbach-alpha-from-covariance.ts';
import { cronbachAlpha } from '#analysis/psychometrics/cronbach-alpha.ts';
import { itemCovariance } from '#analysis/psychometrics/item-covariance.ts';
import { itemStatistics } from '#analysis/psychometrics/item-statistics.ts';
import reference from '#tests/fixtures/analysis/reliability/cases.json' with { type: 'json' };
import { deviation } from '../support/deviation.ts';
import { itemsFromColumns } from '../support/items-from-columns.ts';
import { readCsv } from '../support/read-csv.ts';
import { valueOf } from '../support/value-of.ts';

const data = new URL('../../fixtures/analysis/data/', import.meta.url);

function tablesOf(columns: readonly (readonly number[])[], reversed: readonly boolean[] = []) {
  const categories = [1, 2, 3, 4, 5];
  return buildItemPairTables(itemsFromColumns({ columns, categories, reversed }));
}

describe.each(reference.cases)('$dataset, reversed: $reverse', (expected) => {
  const csv = readCsv(new URL(`${expected.dataset}.csv`, data));
  const columns = expected.items.map((item) => csv[item] ?? []);
  const reversedNames: readonly string[] = expected.reverse;
  const reversed = expected.items.map((item) => reversedNames.includes(item));
  const tables = tablesOf(columns, reversed);

  it('item counts and moments', () => {
    expected.moments.forEach((moment, item) => {
      const { counts, missing, moments } = itemStatistics(tables, item);
      // The runner counts the answers as stored; options stay in their order when scores reverse.
      expect(counts).toEqual(moment.counts);
      expect(missing.skipped).toBe(moment.missing);
      expect(moments.ok).toBe(true);
      if (!moments.ok) return;
      expect(moments.n).toBe(moment.n);
      expect(deviation(moments.mean, moment.mean)).toBeLessThan(1e-14);
      expect(deviation(valueOf(moments.sd), moment.sd)).toBeLessThan(1e-13);
      expect(deviation(valueOf(moments.skewness), moment.skewness)).toBeLessThan(1e-12);
      expect(deviation(valueOf(moments.kurtosis), moment.kurtosis)).toBeLessThan(1e-12);
    });
  });

  it('alpha, its interval, item-rest correlations and alpha if deleted, listwise', () => {
    const result = cronbachAlpha(tables);
    expect(result.ok).toBe(true);
    if (!result.ok) return;
    expect(result.n).toBe(expected.completeCases);
    expect(deviation(result.alpha, expected.alpha)).toBeLessThan(1e-13);
    expect(deviation(valueOf(result.standardised), expected.alphaStandardised)).toBeLessThan(1e-12);
    expect(deviation(result.interval[0], expected.feldt[0] ?? NaN)).toBeLessThan(1e-11);
    expect(deviation(result.interval[1], expected.feldt[1] ?? NaN)).toBeLessThan(1e-11);
    result.items.forEach((item, i) => {
      const { itemRestCorrelation, alphaIfDeleted } = item;
      expect(deviation(valueOf(itemRestCorrelation), expected.itemRest[i] ?? null)).toBeLessThan(
        1e-12,
      );
      expect(deviation(valueOf(alphaIfDeleted), expected.alphaIfDeleted[i] ?? null)).toBeLessThan(
        1e-12,
      );
    });
  });

  it('alpha of the pairwise covariance matrix', () => {
    const alpha = cronbachAlphaFromCovariance(itemCovariance(tables, 'pairwise'));
    expect(deviation(valueOf(alpha), expected.alphaPairwise)).toBeLessThan(1e-12);
  });
});

describe('identities', () => {
  const csv = readCsv(new URL('sim_grm9.csv', data));
  const columns = ['i1', 'i2', 'i3', 'i4', 'i5'].map((item) => csv[item] ?? []);

  it('reversing every item leaves alpha alone', () => {
    const plain = cronbachAlpha(tablesOf(columns));
    const reversed = cronbachAlpha(
      tablesOf(
        columns,
        columns.map(() => true),
      ),
    );
    expect(plain.ok && reversed.ok && Math.abs(plain.alpha - reversed.alpha)).toBeLessThan(1e-14);
  });

  it('an item and itself have alpha 1, and the interval closes there', () => {
    const result = cronbachAlpha(tablesOf([columns[0] ?? [], columns[0] ?? []]));
    expect(result).toMatchObject({ ok: true, interval: [1, 1] });
    expect(result.ok && result.alpha).toBeCloseTo(1, 14);
  });

  it('alpha if deleted is alpha without the item', () => {
    const all = cronbachAlpha(tablesOf(columns));
    const without = cronbachAlpha(tablesOf(columns.slice(1)));
    const deleted = all.ok ? valueOf(all.items[0]?.alphaIfDeleted) : null;
    expect(without.ok && deviation(without.alpha, deleted)).toBeLessThan(1e-13);
  });

  it('an item with as many high as low answers has no skewness', () => {
    const { moments } = itemStatistics(tablesOf([[1, 2, 3, 4, 5, 3]]), 0);
    expect(moments.ok && Math.abs(valueOf(moments.skewness) ?? NaN)).toBeLessThan(1e-15);
  });
});

describe('degenerate inputs', () => {
  it.each<[string, number[][], { reason: string; zeroVarianceItems: number[] }]>([
    ['one item', [[1, 2, 3]], { reason: 'too-few-items', zeroVarianceItems: [] }],
    ['nobody', [[], []], { reason: 'too-few-respondents', zeroVarianceItems: [] }],
    [
      'one complete case',
      [
        [1, NaN],
        [2, 3],
      ],
      { reason: 'too-few-respondents', zeroVarianceItems: [] },
    ],
    [
      'no variance',
      [
        [2, 2, 2],
        [4, 4, 4],
      ],
      { reason: 'zero-variance', zeroVarianceItems: [0, 1] },
    ],
    [
      'a sum without variance',
      [
        [1, 2, 3],
        [3, 2, 1],
      ],
      { reason: 'zero-variance', zeroVarianceItems: [] },
    ],
  ])('%s', (_, columns, expected) => {
    expect(cronbachAlpha(tablesOf(columns))).toEqual({ ok: false, ...expected });
  });

  it('names the item without variance and keeps it', () => {
    const csv = readCsv(new URL('edge_constant_item.csv', data));
    const result = cronbachAlpha(tablesOf([csv['a'] ?? [], csv['b'] ?? [], csv['c'] ?? []]));
    expect(result).toMatchObject({
      ok: true,
      k: 3,
      zeroVarianceItems: [2],
      standardised: { ok: false, reason: 'zero-variance' },
    });
    expect(result.ok && result.items[2]?.itemRestCorrelation).toEqual({
      ok: false,
      reason: 'zero-variance',
    });
  });

  it('a constant item is seen as constant whatever its score', () => {
    const items = [
      { codes: [1, 2], scores: [0.1, 0.7] },
      { codes: [1, 2], scores: [0.1, 0.7] },
    ];
    const codes = Int16Array.from([2, 1, 2, 2, 2, 1, 2, 2, 2, 1, 2, 2]);
    const result = cronbachAlpha(buildItemPairTables({ codes, items }));
    expect(result).toMatchObject({ ok: true, zeroVarianceItems: [0] });
  });

  it.each([
    [[], 'too-few-respondents', 'too-few-respondents', 'too-few-respondents'],
    [[3], 'too-few-respondents', 'too-few-respondents', 'too-few-respondents'],
    [[3, 4], 'ok', 'too-few-respondents', 'too-few-respondents'],
    [[3, 4, 5], 'ok', 'ok', 'too-few-respondents'],
    [[3, 3, 3, 3], 'ok', 'zero-variance', 'zero-variance'],
  ] as const)('moments of %j', (answers, sd, skewness, kurtosis) => {
    const { moments } = itemStatistics(tablesOf([[...answers]]), 0);
    if (!moments.ok) {
      expect(moments.reason).toBe(sd);
      return;
    }
    const states = [moments.sd, moments.skewness, moments.kurtosis].map((e) =>
      e.ok ? 'ok' : e.reason,
    );
    expect(states).toEqual([sd, skewness, kurtosis]);
  });
});
