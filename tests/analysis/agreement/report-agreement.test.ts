import { describe, expect, it } from 'vitest';
import { cohenKappa } from '#analysis/agreement/cohen-kappa.ts';
import { gwetAc1 } from '#analysis/agreement/gwet-ac1.ts';
import { reportAgreement } from '#analysis/agreement/report-agreement.ts';
import { numbersIn } from '../support/numbers-in.ts';
import { readTableFile } from '../support/read-table-file.ts';
import { tableOf } from '../support/table-of.ts';

const settings = { level: 0.95, draws: 200, seed: 1 };

function of(columns: Readonly<Record<string, (number | string)[]>>, more = {}) {
  return reportAgreement(tableOf(columns), {
    ...settings,
    raters: Object.keys(columns),
    ...more,
  });
}

/** The jackknife standard error of a function of the units. */
function jackknife(units: readonly number[][], statistic: (units: number[][]) => number): number {
  const n = units.length;
  const left = units.map((_, out) => statistic(units.filter((__, i) => i !== out)));
  const mean = left.reduce((sum, value) => sum + value, 0) / n;
  return Math.sqrt(((n - 1) / n) * left.reduce((sum, value) => sum + (value - mean) ** 2, 0));
}

describe("Krippendorff's own example: four observers, twelve units, missing values", () => {
  const report = of({
    A: [1, 2, 3, 3, 2, 1, 4, 1, 2, NaN, NaN, NaN],
    B: [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NaN, 3],
    C: [NaN, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NaN],
    D: [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NaN],
  });

  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('%s %d', (metric, expected) => {
    const found = report.krippendorff[metric];
    expect(found?.alpha.ok && found.alpha.value).toBeCloseTo(expected, 3);
    const [lower = NaN, upper = NaN] = found?.interval ?? [];
    expect(lower).toBeLessThan(expected);
    expect(upper).toBeGreaterThan(expected);
  });

  it('the same seed gives the same interval, another one another', () => {
    const draw = (seed: number) =>
      reportAgreement(readTableFile('ratings3.csv'), {
        ...{ ...settings, raters: ['r1', 'r2', 'r3'], seed },
      }).krippendorff.ordinal?.interval;
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });
});

describe('kappa', () => {
  it('Fleiss, Cohen and Everitt: standard errors near the jackknife', () => {
    const units: number[][] = [];
    const ratings = readTableFile('ratings3.csv');
    const column = (name: string) => {
      const found = ratings.columns.get(name);
      return found?.kind === 'number' ? found.values : new Float64Array();
    };
    const [first, second] = [column('r1'), column('r2')];
    first.forEach((a, unit) => {
      const b = second[unit] ?? NaN;
      if (!Number.isNaN(a) && !Number.isNaN(b)) units.push([a - 1, b - 1]);
    });
    for (const kind of ['unweighted', 'linear', 'quadratic'] as const) {
      const kappa = (some: readonly number[][]) => {
        const table = new Float64Array(16);
        for (const [a = 0, b = 0] of some) table[4 * a + b] = (table[4 * a + b] ?? 0) + 1;
        return cohenKappa(table, kind);
      };
      const found = kappa(units);
      expect(found.ok).toBe(true);
      if (!found.ok) return;
      const error = jackknife(units, (some) => {
        const left = kappa(some);
        return left.ok ? left.value : NaN;
      });
      expect(found.standardError / error).toBeGreaterThan(0.95);
      expect(found.standardError / error).toBeLessThan(1.02);
    }
  });

  it('with two categories weights do not matter', () => {
    const table = Float64Array.of(20, 5, 10, 15);
    const unweighted = cohenKappa(table, 'unweighted');
    expect(unweighted).toMatchObject({ ok: true });
    expect(unweighted.ok && unweighted.value).toBeCloseTo(0.4, 12);
    expect(cohenKappa(table, 'linear')).toEqual(unweighted);
    expect(cohenKappa(table, 'quadratic')).toEqual(unweighted);
  });

  it('perfect agreement: one, without error', () => {
    const found = cohenKappa(Float64Array.of(5, 0, 0, 7), 'unweighted');
    expect(found).toMatchObject({ ok: true, value: 1, interval: [1, 1] });
  });

  it('a category nobody used changes distances', () => {
    const columns = { a: [1, 2, 4, 4, 1, 2], b: [1, 4, 4, 2, 2, 2] };
    const without = of(columns).pairs[0]?.kappa.linear;
    const given = of(columns, { categories: [1, 2, 3, 4] }).pairs[0]?.kappa.linear;
    expect(without?.ok && given?.ok && given.value < without.value).toBe(true);
  });
});

describe('AC1', () => {
  it('standard error near the jackknife, with ratings missing', () => {
    const units = Array.from({ length: 60 }, (_, i) => {
      const [a, b, c] = [(i * 7) % 3, (i * 7 + (i % 4 === 0 ? 1 : 0)) % 3, (i * 5) % 3];
      const counts = [0, 0, 0];
      for (const code of i % 6 === 0 ? [a, b] : [a, b, c]) counts[code] = (counts[code] ?? 0) + 1;
      return counts;
    });
    const ac1 = (some: readonly number[][]) => gwetAc1(Float64Array.from(some.flat()), 3);
    const found = ac1(units);
    const error = jackknife(units, (some) => {
      const left = ac1(some);
      return left.ok ? left.value : NaN;
    });
    expect(found.ok && (found.standardError ?? NaN) / error).toBeCloseTo(1, 1);
  });

  it('holds where kappa collapses: one category is very common', () => {
    const a = Array.from({ length: 50 }, (_, i) => (i === 0 ? 1 : 0));
    const b = Array.from({ length: 50 }, (_, i) => (i === 1 ? 1 : 0));
    const [pair] = of({ a, b }).pairs;
    expect(pair?.kappa.unweighted.ok && pair.kappa.unweighted.value).toBeLessThan(0);
    expect(pair?.gwetAc1.ok && pair.gwetAc1.value).toBeGreaterThan(0.9);
    expect(pair?.pabak).toBeCloseTo(0.92, 12);
  });
});

describe('words, and data that determine little', () => {
  it('words are categories without distances', () => {
    const columns = { a: ['no', 'yes', 'no', ''], b: ['no', 'no', 'no', 'yes'] };
    const report = of(columns);
    expect(report.categories).toEqual(['no', 'yes']);
    expect(report.nComplete).toBe(3);
    expect(Object.keys(report.krippendorff)).toEqual(['nominal', 'ordinal']);
    expect(of(columns, { categories: ['yes', 'no'] }).categories).toEqual(['yes', 'no']);
  });

  it('refuses one rater and ratings outside the categories', () => {
    expect(() => of({ a: [1, 2] })).toThrow('too-few-raters');
    expect(() => of({ a: [1, 2], b: [1, 3] }, { categories: [1, 2] })).toThrow(
      'outside-categories',
    );
  });

  const cases: [string, Record<string, number[]>, string | undefined][] = [
    ['one category', { a: [2, 2, 2], b: [2, 2, 2] }, 'one-category'],
    ['nobody', { a: [NaN, NaN], b: [NaN, NaN] }, 'too-few-respondents'],
    ['nothing in common', { a: [1, NaN], b: [NaN, 2] }, 'too-few-respondents'],
    ['one unit', { a: [1], b: [2] }, undefined],
    ['perfect agreement', { a: [1, 2, 3], b: [1, 2, 3] }, undefined],
    ['perfect disagreement', { a: [1, 2, 1], b: [2, 1, 2] }, undefined],
    ['two units, three raters', { a: [1, 2], b: [1, 1], c: [2, 2] }, undefined],
  ];

  it.each(cases)('%s', (_, columns, reason) => {
    const report = of(columns);
    expect(numbersIn(report).filter(({ value }) => Number.isNaN(value))).toEqual([]);
    if (reason === undefined) return;
    expect(report.pairs[0]?.kappa.unweighted).toEqual({ ok: false, reason });
    expect(report.krippendorff.nominal?.alpha).toEqual({ ok: false, reason });
    expect(report.fleissKappa).toEqual({ ok: false, reason });
  });
});
