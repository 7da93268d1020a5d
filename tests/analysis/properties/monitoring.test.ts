import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { individualsChart } from '#analysis/monitoring/charts/individuals-chart.ts';
import { laneyPChart } from '#analysis/monitoring/charts/laney-p-chart.ts';
import { pChart } from '#analysis/monitoring/charts/p-chart.ts';
import { countInBins } from '#analysis/monitoring/drift/count-in-bins.ts';
import { driftLimits } from '#analysis/monitoring/drift/drift-limits.ts';
import { jensenShannonDistance } from '#analysis/monitoring/drift/jensen-shannon-distance.ts';
import { populationStabilityIndex } from '#analysis/monitoring/drift/population-stability-index.ts';
import { boardBudget } from '#analysis/monitoring/false-alarms/board-budget.ts';
import { riskAdjustedCusum } from '#analysis/monitoring/outcomes/risk-adjusted-cusum.ts';
import { aucFromCounts } from '#analysis/monitoring/performance/auc-from-counts.ts';
import { compareAucPaired } from '#analysis/monitoring/performance/compare-auc-paired.ts';
import { scoreCounts } from '#analysis/monitoring/performance/score-counts.ts';
import { ruleSets } from '#analysis/monitoring/rules/rule-sets.ts';
import { specialCauses } from '#analysis/monitoring/rules/special-causes.ts';
import { cusumRunLength } from '#analysis/monitoring/run-length/cusum-run-length.ts';
import { designEwma } from '#analysis/monitoring/run-length/design-ewma.ts';
import { ewmaRunLength } from '#analysis/monitoring/run-length/ewma-run-length.ts';
import { subgroupVerdict } from '#analysis/monitoring/subgroups/subgroup-verdict.ts';
import { largestDeviation } from '../support/largest-deviation.ts';
import { shuffled } from '../support/sample-columns.ts';

const fixed = { seed: 20261126, numRuns: 40 };
const series = fc
  .array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 40 })
  .filter((values) => new Set(values).size > 2);
const { rules } = ruleSets['nhs-seven'];
const flip = { high: 'low', low: 'high' } as const;

describe('signals of a chart', () => {
  const signals = (values: readonly number[]) => {
    const chart = individualsChart(values);
    return chart.ok ? specialCauses(chart.points, rules) : [];
  };

  it('do not depend on unit and origin', () => {
    fc.assert(
      fc.property(series, (values) => {
        expect(signals(values.map((value) => 4 * value + 64))).toEqual(signals(values));
      }),
      fixed,
    );
  });

  it('change sides when the series is turned upside down', () => {
    fc.assert(
      fc.property(series, (values) => {
        const turned = signals(values).map((own) =>
          own.map(({ rule, side }) => ({ rule, side: flip[side] })),
        );
        expect(signals(values.map((value) => -value))).toEqual(turned);
      }),
      fixed,
    );
  });

  it('are the same where periods without a value stand between', () => {
    fc.assert(
      fc.property(series, (values) => {
        expect(signals(values.flatMap((value) => [value, NaN]))).toEqual(signals(values));
      }),
      fixed,
    );
  });

  it('of frozen limits do not change when later points do', () => {
    fc.assert(
      fc.property(series, series, (early, later) => {
        const limits = (tail: readonly number[]) => {
          const stages = [{ from: 0, baseline: early.length }];
          const chart = individualsChart([...early, ...tail], { stages });
          return chart.ok ? chart.points[0] : chart;
        };
        expect(limits(later)).toEqual(limits([...later, 1000]));
      }),
      fixed,
    );
  });
});

it('p′ is p times its dispersion', () => {
  const months = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 400 })),
    { minLength: 6, maxLength: 30 },
  );
  fc.assert(
    fc.property(months, (counts) => {
      const [events, sizes] = [counts.map(([d]) => d), counts.map(([, n]) => n)];
      const [plain, prime] = [pChart(events, sizes), laneyPChart(events, sizes)];
      if (!plain.ok || !prime.ok) return;
      const sigma = prime.stages[0]?.dispersion ?? NaN;
      prime.points.forEach((point, t) => {
        const own = plain.points[t];
        if (!own || own.upper === 1 || point.upper === 1) return;
        expect((point.upper - point.centre) / (own.upper - own.centre)).toBeCloseTo(sigma, 8);
      });
    }),
    fixed,
  );
});

describe('run lengths', () => {
  it('rise with the limit and fall with the shift', () => {
    const cusum = (limit: number, shift: number) =>
      cusumRunLength({ reference: 0.5, limit, sides: 'two' }, shift);
    for (const limit of [2, 3, 4, 5]) {
      expect(cusum(limit + 0.5, 0)).toBeGreaterThan(cusum(limit, 0));
      expect(cusum(limit, 0.5)).toBeLessThan(cusum(limit, 0));
      expect(cusum(limit, 1)).toBeLessThan(cusum(limit, 0.5));
      expect(cusum(limit, -1)).toBeCloseTo(cusum(limit, 1), 6);
    }
  });

  it('are those that were designed', () => {
    for (const lambda of [0.05, 0.2, 0.5, 1]) {
      for (const length of [50, 370, 2000]) {
        expect(ewmaRunLength(lambda, designEwma(lambda, length)) / length).toBeCloseTo(1, 8);
      }
    }
  });
});

describe('areas under the ROC curve', () => {
  const cases = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 12,
      maxLength: 60,
    })
    .filter((rows) => {
      const events = rows.filter(([y]) => y === 1).length;
      return events > 2 && events < rows.length - 2;
    });
  const area = (rows: readonly (readonly [number, number])[]) =>
    aucFromCounts(
      scoreCounts(
        rows.map(([y]) => y),
        rows.map(([, s]) => s),
      ),
    );

  it('do not depend on order or on the scale of scores, and turn round with the classes', () => {
    fc.assert(
      fc.property(cases, fc.integer(), (rows, seed) => {
        const own = area(rows);
        expect(largestDeviation(area(shuffled(rows, seed)), own)).toBeLessThan(1e-12);
        const scaled = rows.map(([y, s]) => [y, Math.exp(s)] as const);
        expect(largestDeviation(area(scaled), own)).toBeLessThan(1e-12);
        const turned = area(rows.map(([y, s]) => [1 - y, s] as const));
        if (!own.ok || !turned.ok) throw new Error('not estimable');
        expect(turned.auc).toBeCloseTo(1 - own.auc, 12);
        expect(turned.variance).toBeCloseTo(own.variance, 12);
      }),
      fixed,
    );
  });

  it('are the same from a histogram with one bin a score', () => {
    fc.assert(
      fc.property(cases, (rows) => {
        const count = (y: number) =>
          Array.from({ length: 10 }, (_, s) => rows.filter((r) => r[0] === y && r[1] === s).length);
        const binned = aucFromCounts({ positives: count(1), negatives: count(0) });
        expect(largestDeviation(binned, area(rows))).toBeLessThan(1e-12);
      }),
      fixed,
    );
  });

  it('of one score and itself do not differ', () => {
    fc.assert(
      fc.property(cases, (rows) => {
        const [y, s] = [rows.map((row) => row[0]), rows.map((row) => row[1])];
        expect(compareAucPaired(y, s, s)).toEqual({ ok: false, reason: 'zero-variance' });
      }),
      fixed,
    );
  });
});

describe('drift', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 4, maxLength: 4 });

  it('is the same both ways, none to itself, and at most 1 in base 2', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        for (const index of [populationStabilityIndex, jensenShannonDistance]) {
          expect(index(a, b)).toBeCloseTo(index(b, a), 12);
          expect(
            index(
              a,
              a.map((count) => 3 * count),
            ),
          ).toBeCloseTo(0, 7);
        }
        expect(jensenShannonDistance(a, b)).toBeLessThanOrEqual(1);
      }),
      fixed,
    );
    expect(jensenShannonDistance([5, 0], [0, 5])).toBe(1);
  });

  it('limits narrow with n, and bins count everything', () => {
    const reference = [300, 300, 300, 300];
    const limit = (n: number) => {
      const limits = driftLimits(reference, n, { draws: 500 });
      return limits.ok ? limits.psi.limit : NaN;
    };
    expect(limit(50)).toBeGreaterThan(limit(200));
    expect(limit(200)).toBeGreaterThan(limit(2000));
    const values = Float64Array.of(-Infinity, 0, 1, 2, NaN, Infinity);
    expect(countInBins(values, [1, 2])).toEqual([2, 1, 2]);
  });
});

it('a verdict turns round with its sides', () => {
  const share = fc
    .integer({ min: 30, max: 400 })
    .chain((n) => fc.integer({ min: 0, max: n }).map((x) => ({ x, n })));
  fc.assert(
    fc.property(share, share, (a, b) => {
      const [there, back] = [a, b].map((own) =>
        subgroupVerdict(own, own === a ? b : a, { margin: 0.1 }),
      );
      expect(back?.verdict).toBe(there?.verdict);
      expect(back?.difference).toBeCloseTo(-(there?.difference ?? NaN), 12);
      expect(back?.p ?? 2).toBeCloseTo(there?.p ?? 2, 10);
    }),
    fixed,
  );
});

it('a risk-adjusted sum is never below zero and starts again after a signal', () => {
  const rows = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 1 }), fc.double({ min: 0.01, max: 0.9, noNaN: true })),
    { minLength: 1, maxLength: 200 },
  );
  fc.assert(
    fc.property(rows, (cases) => {
      const [y, p] = [cases.map((row) => row[0]), cases.map((row) => row[1])];
      const { sums, signals, scores } = riskAdjustedCusum(y, p, { oddsRatio: 2, limit: 1 });
      expect(Math.min(...sums)).toBeGreaterThanOrEqual(0);
      for (const place of signals) {
        const after = sums[place];
        if (after !== undefined) expect(after).toBe(Math.max(0, scores[place] ?? NaN));
      }
    }),
    fixed,
  );
});

it('false alarms of boards add up', () => {
  const chart = fc.record({
    id: fc.string(),
    pointsPerYear: fc.integer({ min: 1, max: 365 }),
    falseAlarmsPerPoint: fc.double({ min: 0, max: 0.2, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(chart), fc.array(chart), (first, second) => {
      const expected = (charts: typeof first) => boardBudget(charts, 1).expected;
      expect(expected([...first, ...second])).toBeCloseTo(expected(first) + expected(second), 8);
    }),
    fixed,
  );
});
