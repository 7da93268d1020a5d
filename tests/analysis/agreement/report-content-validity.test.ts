import { describe, expect, it } from 'vitest';
import { aikenV } from '#analysis/agreement/aiken-v.ts';
import { itemContentValidity } from '#analysis/agreement/item-content-validity.ts';
import { reportContentValidity } from '#analysis/agreement/report-content-validity.ts';
import { contentValidity } from '#app/services/analyses/families/content-validity.ts';
import { numbersIn } from '../support/numbers-in.ts';
import { readTableFile } from '../support/read-table-file.ts';
import { tableOf } from '../support/table-of.ts';

const settings = { lowest: 1, highest: 4, relevantFrom: 3, level: 0.95 };

describe('content validity', () => {
  it('kappa* as in the table of Polit, Beck and Owen', () => {
    // Experts, of whom relevant, kappa* as printed.
    for (const [experts, relevant, printed] of [
      [3, 2, 0.47],
      [4, 3, 0.67],
      [5, 4, 0.76],
      [6, 5, 0.81],
      [7, 5, 0.65],
      [8, 6, 0.72],
      [9, 7, 0.76],
    ] as const) {
      const found = itemContentValidity(relevant, experts);
      expect(found.ok && Math.abs(found.modifiedKappa - printed)).toBeLessThan(0.0101);
    }
    expect(itemContentValidity(4, 4)).toMatchObject({ modifiedKappa: 1, contentValidityRatio: 1 });
    expect(itemContentValidity(0, 4)).toMatchObject({ contentValidityRatio: -1 });
  });

  it("Aiken's V with the score interval solves its equation", () => {
    const found = aikenV([4, 4, 3, 4, 3, 2, 4], 1, 4);
    expect(found.ok).toBe(true);
    if (!found.ok) return;
    expect(found.value).toBeCloseTo(17 / 21, 12);
    for (const bound of found.interval) {
      const z = (found.value - bound) / Math.sqrt((bound * (1 - bound)) / 21);
      expect(Math.abs(z)).toBeCloseTo(1.959963984540054, 10);
    }
  });

  it('scale indices, experts found by themselves, names from the first words', () => {
    const report = reportContentValidity(readTableFile('cvi.csv'), settings);
    expect(report.experts).toHaveLength(8);
    expect(report.items[0]?.name).toBe('q1');
    expect(report.scaleIndexAverage).toBeCloseTo(0.7916666666666666, 12);
    expect(report.scaleIndexUniversalAgreement).toBeCloseTo(1 / 3, 12);
  });

  it('an expert who left an item out does not count for it', () => {
    const report = reportContentValidity(
      tableOf({ a: [4, 3, NaN], b: [NaN, 1, NaN], c: [2, 4, NaN] }),
      settings,
    );
    expect(report.items.map(({ name }) => name)).toEqual(['1', '2', '3']);
    const [first, second, third] = report.items.map(({ relevance }) => relevance);
    expect(first).toMatchObject({ experts: 2, contentValidityIndex: 0.5 });
    expect(second).toMatchObject({ experts: 3, relevant: 2 });
    expect(third).toEqual({ ok: false, reason: 'too-few-respondents' });
    expect(numbersIn(report).filter(({ value }) => Number.isNaN(value))).toEqual([]);
  });

  it('nobody rated anything', () => {
    const report = reportContentValidity(tableOf({ a: [NaN], b: [NaN] }), settings);
    expect(report.scaleIndexAverage).toBeNull();
    expect(report.items[0]?.aikenV).toEqual({ ok: false, reason: 'too-few-respondents' });
  });

  it('refuses ratings off the scale and a limit off the scale', () => {
    const table = tableOf({ a: [5], b: [3] });
    expect(() => reportContentValidity(table, settings)).toThrow('outside-categories');
    const off = { ...settings, relevantFrom: 6 };
    expect(() => reportContentValidity(table, off)).toThrow('relevance-off-scale');
    expect(() => reportContentValidity(table, { ...settings, label: 'x' })).toThrow(
      'unknown-column',
    );
  });

  it('reads the rule and the scale as words', () => {
    const run = (relevantIf: unknown, scale: unknown) =>
      contentValidity.run(tableOf({ a: [4, 5], b: [3, 4] }), { relevantIf, scale }, {});
    expect(run('> 3', '1-5')).toMatchObject({ relevantFrom: 4, scale: [1, 5] });
    expect(run('>= 4', [1, 5])).toEqual(run(4, '1 - 5'));
    expect(() => run('often', '1-5')).toThrow();
  });
});
