import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { correlationTest } from '#analysis/correlations/correlation-test.ts';
import { factorabilityFromCorrelation } from '#analysis/correlations/factorability-from-correlation.ts';
import { reportCorrelations } from '#analysis/correlations/report-correlations.ts';
import { reportFactorability } from '#analysis/correlations/report-factorability.ts';
import { smoothCorrelation } from '#analysis/correlations/smooth-correlation.ts';
import { readTable } from '#app/services/analyses/read-table.ts';
import reference from '#tests/fixtures/analysis/correlations/cases.json' with { type: 'json' };
import { deviation } from '../support/deviation.ts';

const read = (name: string) =>
  readTable(
    readFileSync(new URL(`../../fixtures/analysis/data/${name}.csv`, import.meta.url), 'utf8'),
  );
const items = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6'];

describe('report of correlations', () => {
  const report = reportCorrelations(read('sim_grm9'), { items });

  it('Spearman with shared ranks', () => {
    report.spearman.flat().forEach((value, cell) => {
      expect(deviation(value, reference.spearman[cell] ?? NaN)).toBeLessThan(1e-12);
    });
  });

  it('test and interval of Pearson', () => {
    const { r, t, p, interval } = reference.test;
    expect(deviation(report.pearson[0]?.[1], r)).toBeLessThan(1e-13);
    expect(deviation(report.pValues[0]?.[1], p)).toBeLessThan(1e-13);
    const test = correlationTest(r, 500);
    expect(deviation(test.t, t)).toBeLessThan(1e-12);
    test.interval?.forEach((limit, side) => {
      expect(deviation(limit, interval[side] ?? NaN)).toBeLessThan(1e-12);
    });
  });

  it('names empty cells', () => {
    const names = report.warnings.filter(({ code }) => code === 'empty-cells');
    expect(names.every(({ cells = 0 }) => cells > 0)).toBe(true);
    expect(names.length).toBeGreaterThan(0);
  });

  it('two ordered items are a pair in detail', () => {
    const { pairs } = reportCorrelations(read('sim_grm9'), { items: ['i1', 'i2'] });
    expect(pairs).toHaveLength(1);
    expect(pairs[0]?.twoStep.ok && pairs[0].maximumLikelihood.ok).toBe(true);
  });

  it('a number and an ordered item have a polyserial correlation', () => {
    const csv = `x,a\n${[1.5, 2.5, 2.2, 3.1, 4.4, 5.5, 4.9, 6.3, 7.2, 8.6, 9.1, 9.9].map((x, row) => `${x},${Math.trunc(row / 4) + (row % 3 === 0 ? 1 : 0)}`).join('\n')}`;
    const { polyserial, polychoric } = reportCorrelations(readTable(csv), { items: ['x', 'a'] });
    expect(polychoric.items).toEqual(['a']);
    expect(polyserial[0]?.rho).toBeGreaterThan(0.7);
  });

  it('a constant item and an equal pair have no number and a reason', () => {
    const csv = 'a,b,c,d\n1,2,2,1\n2,2,1,2\n3,2,3,3\n2,2,1,2\n1,2,1,1\n3,2,3,3\n';
    const found = reportCorrelations(readTable(csv), {
      items: ['a', 'b', 'c', 'd'],
      ordered: ['a', 'b', 'c', 'd'],
    });
    expect(found.pearson[0]?.[1]).toBeNull();
    expect(found.polychoric.correlations[0]?.[3]).toBeNull();
    const codes = found.warnings.map(({ code, items: names }) => `${names.join('')} ${code}`);
    expect(codes).toContain('ab zero-variance');
    expect(codes).toContain('ad perfect-correlation');
  });

  it('nobody answered everything: nulls, not numbers', () => {
    const found = reportCorrelations(readTable('a,b\n1,\n,2\n2,\n'), { items: ['a', 'b'] });
    expect(found.nComplete).toBe(0);
    expect(found.pearson[0]?.[1]).toBeNull();
    expect(found.pairs).toEqual([]);
  });
});

describe('factorability', () => {
  it('equals psych', () => {
    const report = reportFactorability(read('sim_grm9'), { items });
    if ('reason' in report) throw new Error(report.reason);
    const { kmo, msa, chisq, p, det, smc } = reference.factorability;
    expect(deviation(report.kmo, kmo)).toBeLessThan(1e-12);
    expect(deviation(report.bartlett.chiSquare, chisq)).toBeLessThan(1e-12);
    expect(deviation(report.bartlett.pValue, p)).toBeLessThan(1e-12);
    expect(deviation(report.determinant, det)).toBeLessThan(1e-12);
    report.items.forEach((item, i) => {
      expect(deviation(item.samplingAdequacy, msa[i] ?? NaN)).toBeLessThan(1e-12);
      expect(deviation(item.squaredMultipleCorrelation, smc[i] ?? NaN)).toBeLessThan(1e-12);
    });
  });

  it('on polychoric correlations items hang together more', () => {
    const pearson = reportFactorability(read('sim_grm9'), { items });
    const polychoric = reportFactorability(read('sim_grm9'), { items, correlation: 'polychoric' });
    if ('reason' in pearson || 'reason' in polychoric) throw new Error('not estimable');
    expect(polychoric.determinant).toBeLessThan(pearson.determinant);
  });

  it.each([
    ['one item', Matrix.eye(1), 50, 'too-few-items'],
    ['fewer respondents than items', Matrix.eye(4), 4, 'too-few-respondents'],
    [
      'two equal items',
      new Matrix([
        [1, 1],
        [1, 1],
      ]),
      50,
      'not-positive-definite',
    ],
    [
      'an undefined correlation',
      new Matrix([
        [1, NaN],
        [NaN, 1],
      ]),
      50,
      'zero-variance',
    ],
  ])('%s: named reason', (_, correlation, n, reason) => {
    expect(factorabilityFromCorrelation(correlation, n)).toEqual({ ok: false, reason });
  });

  it('smoothing equals psych and leaves good matrices alone', () => {
    const bad = new Matrix([
      [1, 0.9, 0.1],
      [0.9, 1, 0.9],
      [0.1, 0.9, 1],
    ]);
    const { matrix, isSmoothed } = smoothCorrelation(bad);
    expect(isSmoothed).toBe(true);
    matrix.to1DArray().forEach((value, cell) => {
      expect(deviation(value, reference.smooth[cell] ?? NaN)).toBeLessThan(1e-12);
    });
    expect(smoothCorrelation(Matrix.eye(3)).isSmoothed).toBe(false);
  });
});
