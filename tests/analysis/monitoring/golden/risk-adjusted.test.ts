import { describe, expect, it } from 'vitest';
import { readTable } from '#app/services/analyses/read-table.ts';
import { logLikelihoodScore } from '#analysis/monitoring/outcomes/log-likelihood-score.ts';
import { observedMinusExpected } from '#analysis/monitoring/outcomes/observed-minus-expected.ts';
import { riskAdjustedCusum } from '#analysis/monitoring/outcomes/risk-adjusted-cusum.ts';
import { reportRegression } from '#analysis/regression/report-regression.ts';
import { numberColumn } from '#analysis/table/number-column.ts';
import type { Table } from '#analysis/table/table.ts';
import { besideText, expectLeaves, readGolden } from './golden.ts';

interface Published {
  intercept?: number;
  slope?: number;
  cases: [score: number, outcome: number, published: number][];
  RA: number;
}

const golden = readGolden('stats-r.json') as {
  llr_published: Published[];
  ra_cusum_cardiac: { glm_coef: number[]; phase1_n: number; [part: string]: unknown };
  ra_cusum_cardiac_by_surgeon: { surgeon: number; [part: string]: unknown }[];
};

it('scores of cases equal those of the papers', () => {
  const [intercept = NaN, slope = NaN] = [
    golden.llr_published[0]?.intercept,
    golden.llr_published[0]?.slope,
  ];
  for (const { cases, RA } of golden.llr_published) {
    for (const [parsonnet, outcome, published] of cases) {
      const p = 1 / (1 + Math.exp(-(intercept + slope * parsonnet)));
      expect(logLikelihoodScore(outcome, p, RA)).toBeCloseTo(published, 3);
    }
  }
});

const text = besideText('fixtures/governance/data/cardiac-surgery.csv');

/** R's writer turns a list of one into a number and an empty list into {}. */
const unboxed = (signals: readonly number[]) =>
  signals.length === 0 ? {} : signals.length === 1 ? signals[0] : signals;

describe.skipIf(text === undefined)('cardiac surgery', () => {
  const table: Table = text === undefined ? { n: 0, columns: new Map() } : readTable(text);
  const column = (name: string) => [...numberColumn(table, name)];
  const [dates, outcomes, scores] = [column('date'), column('y'), column('Parsonnet')];
  const surgeons = column('surgeon');
  const phase1 = dates.flatMap((date, row) => (date < 730 ? [row] : []));
  const pick = (from: readonly number[]) => Float64Array.from(phase1, (row) => from[row] ?? NaN);
  const fitted = reportRegression(
    {
      n: phase1.length,
      columns: new Map([
        ['y', { kind: 'number', values: pick(outcomes) }],
        ['x', { kind: 'number', values: pick(scores) }],
      ]),
    },
    { outcome: 'y', predictors: ['x'], model: 'logistic' },
  );
  const coefficients =
    fitted.result.ok && 'coefficients' in fitted.result
      ? fitted.result.coefficients.map(({ estimate }) => estimate)
      : [];
  const [a = NaN, b = NaN] = coefficients;
  const risks = scores.map((score) => 1 / (1 + Math.exp(-(a + b * score))));
  const limit = { abs: 1e-7, rel: 1e-7 };

  it('signals once, at case 3132', () => {
    const chart = (oddsRatio: number, h: number) => {
      const {
        sums,
        scores: w,
        signals,
        highest,
      } = riskAdjustedCusum(outcomes, risks, {
        ...{ oddsRatio, limit: h },
      });
      return {
        ...{ signals: unboxed(signals), max: highest, final: sums.at(-1) },
        first10: [...sums.subarray(0, 10)],
        W10: [...w.subarray(0, 10)],
      };
    };
    const { observed } = observedMinusExpected(outcomes, risks);
    const worse = chart(2, 4.5);
    expect(worse.signals).toBe(3132);
    expectLeaves(
      'risk-adjusted CUSUM',
      golden.ra_cusum_cardiac,
      {
        ...{ glm_coef: coefficients, phase1_n: phase1.length, n: outcomes.length },
        phase1_events: phase1.reduce((sum, row) => sum + (outcomes[row] ?? 0), 0),
        events: observed,
        'worse_R2_h4.5': worse,
        'better_R0.5_h4': chart(0.5, 4),
      },
      limit,
    );
  });

  it('signals for surgeons 1 and 2 alone after the baseline', () => {
    const actual = golden.ra_cusum_cardiac_by_surgeon.map(({ surgeon }) => {
      const own = (from: readonly number[]) =>
        from.filter((_, row) => surgeons[row] === surgeon && (dates[row] ?? 0) >= 730);
      const [y, p] = [own(outcomes), own(risks)];
      const { observed, expected } = observedMinusExpected(y, p);
      const { signals, highest } = riskAdjustedCusum(y, p, { oddsRatio: 2, limit: 4.5 });
      const n = y.length;
      return { surgeon, n, observed, expected, signals: unboxed(signals), max: highest };
    });
    expectLeaves('by surgeon', golden.ra_cusum_cardiac_by_surgeon, actual, limit);
    expect(actual.filter(({ signals }) => typeof signals === 'number')).toHaveLength(2);
  });
});
