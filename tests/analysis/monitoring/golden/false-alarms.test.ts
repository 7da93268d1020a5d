import { describe, expect, it } from 'vitest';
import { countInBins } from '#analysis/monitoring/drift/count-in-bins.ts';
import { driftLimits } from '#analysis/monitoring/drift/drift-limits.ts';
import { populationStabilityIndex } from '#analysis/monitoring/drift/population-stability-index.ts';
import { referenceBins } from '#analysis/monitoring/drift/reference-bins.ts';
import { simulateFalseAlarms } from '#analysis/monitoring/false-alarms/simulate-false-alarms.ts';
import { ruleSets } from '#analysis/monitoring/rules/rule-sets.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { numberColumn } from '#analysis/table/number-column.ts';
import { expectLeaves, readGolden, readOwnData } from './golden.ts';

const golden = readGolden('false-alarm-simulations.json') as {
  psi_null: { rows: { n: number; mean: number; q95: number; [share: string]: number }[] };
  xmr_in_control_any_flag: Record<string, number | string>;
};

it('the four rules of the NHS flag quiet charts as often as in the study', () => {
  const { rules } = ruleSets['nhs-seven'];
  const any = (points: number) =>
    simulateFalseAlarms({ points, rules, screen: false, draws: 2000 }).anyFlag;
  const [twelve, month24, month36] = [any(12), any(24), any(36)];
  const expected = Object.fromEntries(
    Object.entries(golden.xmr_in_control_any_flag).filter(([key]) => key !== 'note'),
  );
  expectLeaves(
    'quiet charts',
    expected,
    {
      ...{ '12_points': twelve, '24_points': month24, '36_points': month36 },
      any_of_10_independent_metrics_24_points: 1 - (1 - month24) ** 10,
    },
    // Three standard errors of 4,000 draws there and 2,000 here.
    { abs: 0.035, rel: 0 },
  );
});

describe('the stability index without drift', () => {
  const table = readOwnData('heart-4site-predictions.csv');
  const site = table.columns.get('site');
  const scores = numberColumn(table, 'p').filter((_, row) => site?.values[row] === 'cleveland');
  const bins = referenceBins(scores);
  const reference = bins.ok ? countInBins(scores, bins.cuts) : [];

  it.each(golden.psi_null.rows.map((row) => [row.n, row] as const))('n = %i', (n, expected) => {
    const random = seededGenerator(20 + n);
    const draws = Float64Array.from({ length: 2000 }, () => {
      const values = Float64Array.from(
        { length: n },
        () => scores[Math.floor(random() * scores.length)] ?? NaN,
      );
      return populationStabilityIndex(reference, countInBins(values, bins.ok ? bins.cuts : []));
    }).sort();
    const above = (limit: number) => draws.filter((psi) => psi > limit).length / draws.length;
    const mean = draws.reduce((sum, psi) => sum + psi, 0) / draws.length;
    const q95 = draws[1900] ?? NaN;
    // An empty bin adds 0.7 at once: quantiles are compared by the share of draws below them.
    const actual = {
      n,
      mean,
      'p_gt_0.1': above(0.1),
      'p_gt_0.25': above(0.25),
      q95: above(expected.q95),
    };
    expectLeaves(`n = ${n}`, { ...expected, q95: 0.05 }, actual, { abs: 0.04, rel: 0.08 });
    const limits = driftLimits(reference, n, { level: 0.95, isReferenceSample: false });
    if (n < 100) expect(limits).toEqual({ ok: false, reason: 'too-few-cases' });
    else {
      if (!limits.ok) throw new Error(limits.reason);
      expect(limits.method).toBe(n < 500 ? 'simulation' : 'chi-square');
      expect(limits.psi.limit / q95).toBeGreaterThan(0.9);
      expect(limits.psi.limit / q95).toBeLessThan(1.1);
      expect(limits.psi.expected / mean).toBeGreaterThan(0.9);
      expect(limits.psi.expected / mean).toBeLessThan(1.1);
    }
  });
});
