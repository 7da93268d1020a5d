import { describe, expect, it } from 'vitest';
import { readTable } from '#app/services/analyses/read-table.ts';
import { reportCalibration } from '#analysis/monitoring/performance/report-calibration.ts';
import { aucFromCounts } from '#analysis/monitoring/performance/auc-from-counts.ts';
import { compareAucPaired } from '#analysis/monitoring/performance/compare-auc-paired.ts';
import { compareAucUnpaired } from '#analysis/monitoring/performance/compare-auc-unpaired.ts';
import { scoreCounts } from '#analysis/monitoring/performance/score-counts.ts';
import { numberColumn } from '#analysis/table/number-column.ts';
import { tableOf } from '../../support/table-of.ts';
import { early, besideText, expectLeaves, readGolden, readOwnData } from './golden.ts';

interface Area {
  auc: number;
  var: number;
  lo: number;
  hi: number;
}

const golden = readGolden('stats-r.json') as {
  delong_aSAH: (Area & { marker: string })[];
  delong_paired_s100b_vs_wfns: { Z: number; p: number };
  news_auc: (Area & { group: string })[];
  news_unpaired_male_vs_female: { D: number; df: number; p: number };
  calibration_news: { train_coef: [number, number]; [part: string]: unknown };
};
const limit = { abs: 1e-9, rel: 1e-9 };

function areaOf(outcomes: readonly number[], scores: readonly number[]) {
  const area = aucFromCounts(scoreCounts(outcomes, scores));
  if (!area.ok) throw new Error(area.reason);
  return area;
}

const leavesOf = ({ auc, variance, interval }: ReturnType<typeof areaOf>) => ({
  ...{ auc, var: variance, lo: interval?.[0], hi: interval?.[1] },
});

const text = besideText('oracle/data/shared/asah.csv');

describe.skipIf(text === undefined)('markers of brain damage', () => {
  const table = readTable(text ?? 'a\n1\n');
  const column = (name: string) => [...numberColumn(table, name)];

  it('areas and their paired comparison equal pROC', () => {
    const outcomes = column('outcome');
    const areas = golden.delong_aSAH.map(({ marker }) => {
      return { marker, ...leavesOf(areaOf(outcomes, column(marker))) };
    });
    expectLeaves('DeLong', golden.delong_aSAH, areas, limit);
    const pair = compareAucPaired(outcomes, column('s100b'), column('wfns'));
    expectLeaves(
      'DeLong, paired',
      golden.delong_paired_s100b_vs_wfns,
      pair.ok ? { Z: pair.z, p: pair.p } : pair,
      limit,
    );
  });
});

describe('early warning scores', () => {
  const table = readOwnData('news-synthetic.csv');
  const column = (name: string) => [...numberColumn(table, name)];
  const [male, died, score] = [column('male'), column('died'), column('NEWS')];
  const of = (sex: number | undefined) => {
    const isIn = (_: number, row: number) => sex === undefined || male[row] === sex;
    const [y, s] = [died.filter(isIn), score.filter(isIn)];
    return { area: areaOf(y, s), n: y.length, events: y.reduce((sum, one) => sum + one, 0) };
  };

  it('areas of men and women equal pROC: what looks like a gap is not established', () => {
    const sexes = { all: undefined, male: 1, female: 0 } as const;
    const areas = Object.entries(sexes).map(([group, sex]) => {
      const { area, n, events } = of(sex);
      return { group, n, events, ...leavesOf(area) };
    });
    expectLeaves('areas', golden.news_auc, areas, limit);
    const compared = compareAucUnpaired(of(1).area, of(0).area);
    if (!compared.ok) throw new Error(compared.reason);
    const { d: D, degreesOfFreedom: df, p } = compared;
    expectLeaves('DeLong, unpaired', golden.news_unpaired_male_vs_female, { D, df, p }, limit);
    expect(p).toBeGreaterThan(0.05);
  });

  it('calibration in every other patient equals glm', () => {
    const { train_coef: coefficients, ...expected } = golden.calibration_news;
    const [a, b] = coefficients;
    const isTest = (_: number, row: number) => row % 2 === 1;
    const y = died.filter(isTest);
    const p = score.filter(isTest).map((one) => 1 / (1 + Math.exp(-(a + b * one))));
    const report = reportCalibration(tableOf({ y, p }), { outcome: 'y', probability: 'p' });
    const { recalibration, scores, byBins } = report;
    if (!recalibration.ok || !recalibration.line.ok || !scores.ok) throw new Error('no fit');
    const { error } = byBins['equal-width'];
    expectLeaves(
      'calibration',
      expected,
      {
        ...{ n: report.n, events: y.reduce((sum, one) => sum + one, 0) },
        oe: report.ratio.ok ? report.ratio.ratio : undefined,
        intercept: recalibration.inTheLarge.value,
        intercept_se: recalibration.inTheLarge.standardError,
        slope: recalibration.line.slope.value,
        slope_se: recalibration.line.slope.standardError,
        brier: scores.brier,
        ece10_equal_width: error.ok ? error.expected : undefined,
      },
      // The coefficients are given to eleven digits.
      { abs: 1e-8, rel: 1e-8 },
      early,
    );
  });
});
