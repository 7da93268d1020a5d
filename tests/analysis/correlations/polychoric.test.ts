import { describe, expect, it } from 'vitest';
import { kendallTauB } from '#analysis/correlations/kendall-tau-b.ts';
import { pairTablesOfMatrix } from '#analysis/correlations/pair-tables-of-matrix.ts';
import { polychoricFromTable } from '#analysis/correlations/polychoric-from-table.ts';
import { polychoricMatrix } from '#analysis/correlations/polychoric-matrix.ts';
import { polychoricMlFromTable } from '#analysis/correlations/polychoric-ml-from-table.ts';
import { polyserial } from '#analysis/correlations/polyserial.ts';
import type { PairTable } from '#analysis/correlations/pair-table.ts';
import { bivariateNormalDerivatives } from '#analysis/numeric/bivariate-normal-derivatives.ts';
import { bivariateNormalProbability } from '#analysis/numeric/bivariate-normal-probability.ts';
import { gaussLegendre } from '#analysis/numeric/gauss-legendre.ts';
import reference from '#tests/fixtures/analysis/correlations/cases.json' with { type: 'json' };
import { deviation } from '../support/deviation.ts';
import { readCsv } from '../support/read-csv.ts';
import { valueOf } from '../support/value-of.ts';

const csv = readCsv(new URL('../../fixtures/analysis/data/sim_grm9.csv', import.meta.url));
const plain = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6'];

function matrixOf(columns: Record<string, number[]>) {
  const names = Object.keys(columns);
  const n = columns[names[0] ?? '']?.length ?? 0;
  const values = Float64Array.from({ length: n * names.length }, (_, cell) => {
    return columns[names[cell % names.length] ?? '']?.[Math.trunc(cell / names.length)] ?? NaN;
  });
  return { names, n, values };
}

const five = Object.fromEntries(plain.map((name) => [name, csv[name] ?? []]));
const mixed = {
  ...five,
  i1: five['i1']?.map((value) => Math.min(value, 3)) ?? [],
  i2: five['i2']?.map((value) => Number(value > 2)) ?? [],
  i3: five['i3']?.map((value) => Number(value > 3)) ?? [],
};
const table = (rows: number, columns: number, counts: number[]): PairTable => ({
  ...{ rows, columns },
  counts: Float64Array.from(counts),
});

describe('bivariate normal probability', () => {
  it('agrees with integration of the conditional probability', () => {
    const errors = reference.bivariate.map(([h = 0, k = 0, rho = 0, p = 0]) =>
      Math.abs(bivariateNormalProbability(h, k, rho) - p),
    );
    expect(Math.max(...errors)).toBeLessThan(2e-14);
  });

  it('has its margins, its orthant (Sheppard) and its limits', () => {
    for (const rho of [-0.99, -0.93, -0.4, 0.2, 0.8, 0.95]) {
      const orthant = 0.25 + Math.asin(rho) / (2 * Math.PI);
      expect(bivariateNormalProbability(0, 0, rho)).toBeCloseTo(orthant, 14);
      const upper = bivariateNormalProbability(0.7, Infinity, rho);
      const parts =
        bivariateNormalProbability(0.7, -0.3, rho) + bivariateNormalProbability(0.7, 0.3, -rho);
      expect(parts).toBeCloseTo(upper, 14);
    }
    expect(bivariateNormalProbability(0.7, -0.3, 1)).toBe(bivariateNormalProbability(-0.3, 9, 1));
    expect(bivariateNormalProbability(-0.7, 0.3, -1)).toBe(0);
    expect(bivariateNormalProbability(-Infinity, 0.3, 0.5)).toBe(0);
  });

  it('has the derivatives it is said to have', () => {
    const [h, k, rho, step] = [0.6, -0.8, 0.45, 1e-5];
    const d = bivariateNormalDerivatives(h, k, rho);
    const p = bivariateNormalProbability;
    expect(d.h).toBeCloseTo((p(h + step, k, rho) - p(h - step, k, rho)) / (2 * step), 8);
    expect(d.rho).toBeCloseTo((p(h, k, rho + step) - p(h, k, rho - step)) / (2 * step), 8);
    const up = bivariateNormalDerivatives(h, k, rho + step);
    const down = bivariateNormalDerivatives(h, k, rho - step);
    expect(d.hRho).toBeCloseTo((up.h - down.h) / (2 * step), 8);
    expect(d.kRho).toBeCloseTo((up.k - down.k) / (2 * step), 8);
    expect(d.rhoRho).toBeCloseTo((up.rho - down.rho) / (2 * step), 8);
    const right = bivariateNormalDerivatives(h + step, k, rho);
    const left = bivariateNormalDerivatives(h - step, k, rho);
    expect(d.hh).toBeCloseTo((right.h - left.h) / (2 * step), 8);
    expect(d.hk).toBeCloseTo((right.k - left.k) / (2 * step), 8);
  });

  it('rests on a quadrature exact for polynomials', () => {
    const { nodes, weights } = gaussLegendre(12);
    const integral = nodes.reduce((sum, x, i) => sum + (weights[i] ?? 0) * x ** 22, 0);
    expect(integral).toBeCloseTo(2 / 23, 14);
  });
});

describe.each([
  ['five categories', five, reference.five],
  ['two, three and five categories', mixed, reference.mixed],
])('two-step polychoric correlations of %s', (_, columns, expected) => {
  const { pairs } = polychoricMatrix(pairTablesOfMatrix(matrixOf(columns)), 'listwise');
  // lavaan lists correlations in the order of our pairs; its Γ begins with the thresholds.
  const first = expected.nacov.length - expected.rho.length;

  it('equal those of lavaan, with their standard errors', () => {
    pairs.forEach(({ estimate }, pair) => {
      expect(estimate.ok).toBe(true);
      if (!estimate.ok) return;
      expect(deviation(estimate.rho, expected.rho[pair] ?? NaN)).toBeLessThan(1e-6);
      const variance = estimate.standardError ** 2 * (estimate.n - 1);
      const nacov = expected.nacov[first + pair] ?? NaN;
      expect(Math.abs(variance / nacov - 1)).toBeLessThan(1e-4);
    });
  });

  it('rest on the thresholds of lavaan', () => {
    const found = plain.flatMap((_name, item) => {
      const pair = pairs.find(({ first: i, second }) => i === item || second === item);
      if (!pair?.estimate.ok) return [];
      const { rowThresholds, columnThresholds } = pair.estimate;
      return [...(pair.first === item ? rowThresholds : columnThresholds)];
    });
    expect(found).toHaveLength(expected.thresholds.length);
    found.forEach((value, place) => {
      expect(deviation(value, expected.thresholds[place] ?? NaN)).toBeLessThan(1e-12);
    });
  });
});

describe('single tables', () => {
  it.each(reference.pairs)('agree with polycor, $rows by $columns', (expected) => {
    const counts = table(expected.rows, expected.columns, expected.table);
    const estimate = polychoricFromTable(counts);
    if (!estimate.ok) throw new Error(estimate.reason);
    expect(deviation(estimate.rho, expected.rho)).toBeLessThan(1e-4);
    expect(deviation(estimate.conditionalStandardError, expected.se)).toBeLessThan(1e-4);
    expect(Math.abs(estimate.chiSquare - expected.chisq)).toBeLessThan(1e-3);
    expect(estimate.df).toBe(expected.df);
    expect(deviation(valueOf(kendallTauB(counts)), expected.tau)).toBeLessThan(1e-13);
  });

  it.each(reference.full.map((expected, index) => ({ expected, index })))(
    'full maximum likelihood, table $index',
    ({ expected, index }) => {
      const {
        rows,
        columns,
        table: counts,
      } = reference.pairs[index] ?? { rows: 0, columns: 0, table: [] };
      const estimate = polychoricMlFromTable(table(rows, columns, counts));
      if (!estimate.ok) throw new Error(estimate.reason);
      expect(deviation(estimate.rho, expected.rho)).toBeLessThan(1e-5);
      expect(deviation(estimate.standardError, expected.se)).toBeLessThan(1e-4);
      estimate.rowThresholds.forEach((value, i) => {
        expect(deviation(value, expected.row[i] ?? NaN)).toBeLessThan(1e-4);
      });
    },
  );

  it('polyserial', () => {
    const item = Float64Array.from(csv['i1'] ?? []);
    const estimate = polyserial(Float64Array.from(reference.polyserial.number), item);
    if (!estimate.ok) throw new Error(estimate.reason);
    expect(deviation(estimate.rho, reference.polyserial.rho)).toBeLessThan(1e-4);
    expect(deviation(estimate.conditionalStandardError, reference.polyserial.se)).toBeLessThan(
      1e-4,
    );
  });

  it('turn with the table and change sign with the order of categories', () => {
    const counts = reference.pairs[0]?.table ?? [];
    const turned = counts.map((_, cell) => counts[(cell % 5) * 5 + Math.trunc(cell / 5)] ?? 0);
    const mirrored = counts.map((_, cell) => counts[cell - (cell % 5) + 4 - (cell % 5)] ?? 0);
    const rho = (values: number[]) => {
      const estimate = polychoricFromTable(table(5, 5, values));
      return estimate.ok ? estimate.rho : NaN;
    };
    expect(rho(turned)).toBeCloseTo(rho(counts), 12);
    expect(rho(mirrored)).toBeCloseTo(-rho(counts), 12);
  });

  it('a single empty cell of a fourfold table is filled, the margins kept', () => {
    const filled = polychoricFromTable(table(2, 2, [20, 0, 10, 15]));
    const byHand = polychoricFromTable(table(2, 2, [19.5, 0.5, 10.5, 14.5]));
    expect(filled.ok && byHand.ok && filled.rho === byHand.rho && filled.emptyCells).toBe(1);
  });

  it.each<[string, PairTable, string]>([
    ['one category', table(1, 3, [4, 5, 6]), 'zero-variance'],
    ['nobody', table(0, 0, []), 'zero-variance'],
    ['two equal items', table(3, 3, [9, 0, 0, 0, 8, 0, 0, 0, 7]), 'perfect-correlation'],
    ['two respondents', table(2, 2, [1, 0, 0, 1]), 'perfect-correlation'],
  ])('%s: named reason', (_, counts, reason) => {
    expect(polychoricFromTable(counts)).toEqual({ ok: false, reason });
    expect(polychoricMlFromTable(counts)).toEqual({ ok: false, reason });
  });
});
