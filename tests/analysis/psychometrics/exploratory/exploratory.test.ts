import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { countFactors } from '#analysis/psychometrics/exploratory/count-factors.ts';
import { exploratoryFactorAnalysis } from '#analysis/psychometrics/exploratory/exploratory-factor-analysis.ts';
import { exploreFactors } from '#analysis/psychometrics/exploratory/explore-factors.ts';
import { extractMinres } from '#analysis/psychometrics/exploratory/extract-minres.ts';
import { extractPaf } from '#analysis/psychometrics/exploratory/extract-paf.ts';
import { parallelAnalysis } from '#analysis/psychometrics/exploratory/parallel-analysis.ts';
import { randomCorrelation } from '#analysis/psychometrics/exploratory/random-correlation.ts';
import { rotations } from '#analysis/psychometrics/exploratory/rotate.ts';
import type { Table } from '#analysis/table/table.ts';

/** ΛΛ' + Ψ of items that load on one of two factors each. */
function twoFactorCorrelation(phi = 0.3): Matrix {
  const loadings = new Matrix([
    ...[
      [0.8, 0],
      [0.7, 0],
      [0.6, 0],
      [0.75, 0],
    ],
    ...[
      [0, 0.8],
      [0, 0.65],
      [0, 0.7],
      [0, 0.55],
    ],
  ]);
  const factors = new Matrix([
    [1, phi],
    [phi, 1],
  ]);
  const common = loadings.mmul(factors).mmul(loadings.transpose());
  for (let i = 0; i < 8; i += 1) common.set(i, i, 1);
  return common;
}

function table(columns: Record<string, number[]>): Table {
  const entries = Object.entries(columns).map(([name, values]) => {
    return [name, { kind: 'number', values: Float64Array.from(values) }] as const;
  });
  return { n: Object.values(columns)[0]?.length ?? 0, columns: new Map(entries) };
}

const options = {
  factors: 1,
  method: 'minres',
  rotation: 'oblimin',
  correlation: 'pearson',
  seed: 1,
} as const;

describe('factors of a correlation matrix that two factors made', () => {
  it.each(['minres', 'ml', 'paf'] as const)('%s finds them exactly', (method) => {
    const solution = exploratoryFactorAnalysis(twoFactorCorrelation(), 500, {
      ...{ factors: 2, method, rotation: 'oblimin' },
    });
    if (!solution.ok) throw new Error(solution.reason);
    expect(solution.loadings.get(0, 0)).toBeCloseTo(0.8, 3);
    expect(Math.abs(solution.loadings.get(0, 1))).toBeLessThan(2e-3);
    expect(solution.phi.get(0, 1)).toBeCloseTo(0.3, 2);
    expect(solution.fit.rmsr).toBeLessThan(1e-4);
    expect(solution.heywood).toEqual([]);
  });

  it.each(rotations)('%s reproduces what was extracted', (rotation) => {
    const solution = exploratoryFactorAnalysis(twoFactorCorrelation(), 500, {
      ...{ factors: 2, method: 'minres', rotation, kaiser: rotation === 'varimax' },
    });
    if (!solution.ok) throw new Error(solution.reason);
    const { loadings, phi, unrotated } = solution;
    const rotated = loadings.mmul(phi).mmul(loadings.transpose());
    const extracted = unrotated.mmul(unrotated.transpose());
    expect(Matrix.sub(rotated, extracted).abs().max()).toBeLessThan(1e-9);
  });

  it('minimum residuals and principal axes meet', () => {
    const [minres, paf] = [
      extractMinres(twoFactorCorrelation(), 1),
      extractPaf(twoFactorCorrelation(), 1),
    ];
    if (!minres.ok || !paf.ok) throw new Error('not estimable');
    minres.uniquenesses.forEach((value, i) =>
      expect(value).toBeCloseTo(paf.uniquenesses[i] ?? 0, 5),
    );
  });
});

describe('invariances', () => {
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 });

  it('the order of items changes no communality', () => {
    const at = (correlation: Matrix) => {
      const solution = extractMinres(correlation, 2);
      if (!solution.ok) throw new Error(solution.reason);
      return solution.uniquenesses;
    };
    const plain = at(randomCorrelation(60, 8, seededGenerator(3)));
    fc.assert(
      fc.property(order, (places) => {
        const shuffled = randomCorrelation(60, 8, seededGenerator(3)).selection(places, places);
        at(shuffled).forEach((value, i) => {
          expect(value).toBeCloseTo(plain[places[i] ?? 0] ?? NaN, 6);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('the same seed gives the same parallel line, another seed another', () => {
    const line = (seed: number) =>
      parallelAnalysis(twoFactorCorrelation(), 200, {
        ...{ draws: 50, factorDraws: 0, generator: seededGenerator(seed) },
      }).components;
    expect(line(1)).toEqual(line(1));
    expect(line(1).mean).not.toEqual(line(2).mean);
    expect(line(1).abovePercentile).toBe(2);
  });

  it('random eigenvalues average 1', () => {
    const { components } = parallelAnalysis(Matrix.eye(6), 100, {
      ...{ draws: 200, factorDraws: 0, generator: seededGenerator(7) },
    });
    expect(components.mean.reduce((sum, value) => sum + value, 0)).toBeCloseTo(6, 10);
    expect(components.abovePercentile).toBe(0);
  });
});

describe('data that determine nothing say why', () => {
  const varied = [1, 2, 3, 4, 5, 2, 1, 4];
  const other = [2, 1, 5, 3, 4, 1, 2, 5];
  const third = [5, 1, 2, 2, 4, 3, 5, 1];
  const fourth = [1, 1, 2, 5, 3, 2, 4, 4];
  const items = ['a', 'b', 'c', 'd'];

  it.each([
    ['constant item', { a: varied, b: other, c: third, d: varied.map(() => 3) }, 'zero-variance'],
    ['two respondents', { a: [1, 2], b: [2, 1], c: [1, 1], d: [2, 2] }, 'too-few-respondents'],
    ['nobody answered', { a: [NaN], b: [NaN], c: [NaN], d: [NaN] }, 'too-few-respondents'],
  ])('%s', (_, columns, reason) => {
    expect(exploreFactors(table(columns), { ...options, items })).toEqual({ ok: false, reason });
  });

  it('two equal items have no likelihood solution, and too many factors none at all', () => {
    const equal = table({ a: varied, b: varied, c: third, d: fourth });
    expect(exploreFactors(equal, { ...options, items, method: 'ml' })).toEqual({
      ...{ ok: false, reason: 'singular' },
    });
    const three = table({ a: varied, b: other, c: third, d: fourth });
    expect(exploreFactors(three, { ...options, items, factors: 3 })).toEqual({
      ...{ ok: false, reason: 'not-identified' },
    });
    expect(() => exploreFactors(three, { ...options, items, factors: 4 })).toThrow(
      'number-of-factors',
    );
  });

  it('two items carry no count of factors', () => {
    const { ok } = countFactors(table({ a: varied, b: other }), {
      ...{ items: ['a', 'b'], correlation: 'pearson', draws: 20, seed: 1, most: 2 },
    });
    expect(ok).toBe(false);
  });
});
