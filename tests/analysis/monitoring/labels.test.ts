import { describe, expect, it } from 'vitest';
import { ascertainedRates } from '#analysis/monitoring/labels/ascertained-rates.ts';
import { labelMaturity } from '#analysis/monitoring/labels/label-maturity.ts';

describe('the outcomes of a period', () => {
  const period = {
    maturesOn: '2026-03-01',
    scored: 100,
    labelled: 95,
    ascertainment: 'all',
  } as const;

  it.each([
    ['on its day', period, '2026-03-01', 'mature', 'complete'],
    ['the day before', period, '2026-02-28', 'immature', 'before-its-day'],
    [
      'with half of them',
      { ...period, labelled: 50 },
      '2026-04-01',
      'incomplete',
      'too-few-labels',
    ],
    [
      'of nobody',
      { ...period, scored: 0, labelled: 0 },
      '2026-04-01',
      'incomplete',
      'nobody-scored',
    ],
  ])('%s', (_, given, today, state, reason) => {
    expect(labelMaturity(given, today)).toMatchObject({ state, reason });
  });

  it('few labels are what a sample was planned for', () => {
    const sample = { ...period, labelled: 5, ascertainment: 'sample' as const };
    expect(labelMaturity(sample, '2026-04-01').state).toBe('mature');
    expect(labelMaturity({ ...sample, labelled: 0 }, '2026-04-01').state).toBe('incomplete');
  });

  it('refuses more labels than cases, and what is no day', () => {
    expect(() => labelMaturity({ ...period, labelled: 101 }, '2026-04-01')).toThrow('count');
    expect(() => labelMaturity(period, '1 April')).toThrow('day');
  });
});

describe('rates by the way outcomes were found', () => {
  const confusion = { tp: 40, fp: 60, fn: 2, tn: 98 };
  const counts = { confusion, flagged: 100, unflagged: 1000 };

  it('of flagged cases alone only the predictive value is known', () => {
    const rates = ascertainedRates({
      ...{ ...counts, ascertainment: 'flagged-only' },
      confusion: { ...confusion, fn: 0, tn: 0 },
    });
    expect(rates.positivePredictiveValue).toMatchObject({ ok: true, value: 0.4 });
    expect(rates.selectionRate).toMatchObject({ ok: true, value: 100 / 1100 });
    for (const name of ['sensitivity', 'specificity', 'negativePredictiveValue'] as const) {
      expect(rates[name]).toEqual({ ok: false, reason: 'not-ascertained' });
    }
  });

  it('a sampled case stands for those that were not drawn', () => {
    const rates = ascertainedRates({ ...counts, ascertainment: 'sample', sampledNegatives: 0.1 });
    // Two missed events in a tenth of the unflagged: twenty in all.
    expect(rates.sensitivity).toMatchObject({ ok: true, value: 40 / 60 });
    expect(rates.specificity).toMatchObject({ ok: true, value: 980 / 1040 });
    const naive = ascertainedRates({ ...counts, ascertainment: 'all' });
    expect(naive.sensitivity).toMatchObject({ ok: true, value: 40 / 42 });
    const width = (rate: (typeof rates)['sensitivity']) =>
      rate.ok ? rate.interval[1] - rate.interval[0] : NaN;
    expect(width(rates.sensitivity)).toBeGreaterThan(width(naive.sensitivity));
  });

  it('nobody flagged, nobody to judge', () => {
    const rates = ascertainedRates({
      ...{ confusion: { tp: 0, fp: 0, fn: 0, tn: 0 }, flagged: 0, unflagged: 0 },
      ascertainment: 'all',
    });
    for (const rate of Object.values(rates)) {
      expect(rate).toEqual({ ok: false, reason: 'too-few-cases' });
    }
  });
});
