import { describe, expect, it } from 'vitest';
import { countInBins } from '#analysis/monitoring/drift/count-in-bins.ts';
import { jensenShannonDistance } from '#analysis/monitoring/drift/jensen-shannon-distance.ts';
import { kolmogorovSmirnovFromCounts } from '#analysis/monitoring/drift/kolmogorov-smirnov-from-counts.ts';
import { populationStabilityIndex } from '#analysis/monitoring/drift/population-stability-index.ts';
import { aucFromCounts } from '#analysis/monitoring/performance/auc-from-counts.ts';
import { calibrationFromBins } from '#analysis/monitoring/performance/calibration-from-bins.ts';
import { confusionAt } from '#analysis/monitoring/performance/confusion.ts';
import { ratesOfConfusion } from '#analysis/monitoring/performance/rates-of-confusion.ts';
import { reportCalibration } from '#analysis/monitoring/performance/report-calibration.ts';
import { scoreCounts } from '#analysis/monitoring/performance/score-counts.ts';
import { subgroupVerdict } from '#analysis/monitoring/subgroups/subgroup-verdict.ts';
import { numberColumn } from '#analysis/table/number-column.ts';
import { tableOf } from '../../support/table-of.ts';
import { approximated, early, expectLeaves, readGolden, readOwnData } from './golden.ts';

const { sites: golden } = readGolden('heart-4site-golden.json') as {
  sites: Record<string, Record<string, unknown>>;
};
const table = readOwnData('heart-4site-predictions.csv');
const siteOf = table.columns.get('site');
const names = ['y', 'p', 'sex', 'age', 'thalach'] as const;
const columns = Object.fromEntries(names.map((name) => [name, numberColumn(table, name)]));

type Rows = Record<(typeof names)[number], Float64Array>;

function rowsOf(site: string): Rows {
  const rows = [...Array(table.n).keys()].filter((row) => siteOf?.values[row] === site);
  return Object.fromEntries(
    names.map((name) => [name, Float64Array.from(rows, (row) => columns[name]?.[row] ?? NaN)]),
  ) as Rows;
}

const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
const tenths = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => tenth / 10);
const reference = rowsOf('cleveland');

/** Counts of both samples by distinct value. */
function byValue(first: Float64Array, second: Float64Array): [number[], number[]] {
  const values = [...new Set([...first, ...second])].sort((a, b) => a - b).slice(1);
  return [countInBins(first, values), countInBins(second, values)];
}

function ks(name: 'p' | 'age', own: Rows) {
  const { statistic, p } = kolmogorovSmirnovFromCounts(...byValue(reference[name], own[name]));
  return { D: statistic, p };
}

function bySex({ y, p, sex }: Rows, code: number) {
  const isIn = (_: number, row: number) => sex[row] === code;
  const own = { y: y.filter(isIn), p: p.filter(isIn) };
  const { sensitivity } = ratesOfConfusion(confusionAt(own.y, own.p, 0.5));
  return {
    ...{ n: own.y.length, events: sum(own.y), tp: sensitivity.x },
    ...{ sens: sensitivity.value, sens_wilson: sensitivity.interval },
  };
}

function siteLeaves(site: string) {
  const own = rowsOf(site);
  const { y, p } = own;
  const report = reportCalibration(tableOf({ y: [...y], p: [...p] }), {
    ...{ outcome: 'y', probability: 'p' },
  });
  const { recalibration, ratio, scores } = report;
  const area = aucFromCounts(scoreCounts(y, p));
  const confusion = confusionAt(y, p, 0.5);
  const { sensitivity, specificity } = ratesOfConfusion(confusion);
  const line = recalibration.ok && recalibration.line.ok ? recalibration.line : undefined;
  const error = report.byBins['equal-width'].error;
  const counts = countInBins(p, tenths);
  const before = countInBins(reference.p, tenths);
  const distance = jensenShannonDistance(before, counts);
  return {
    ...{ n: y.length, events: sum(y), prevalence: report.prevalence, ...confusion },
    ...(area.ok ? { auroc: area.auc, auroc_var: area.variance } : {}),
    ...(area.ok ? { auroc_lo: area.interval?.[0], auroc_hi: area.interval?.[1] } : {}),
    oe: ratio.ok ? ratio.ratio : undefined,
    intercept: recalibration.ok ? recalibration.inTheLarge.value : undefined,
    intercept_se: recalibration.ok ? recalibration.inTheLarge.standardError : undefined,
    ...{ slope: line?.slope.value, slope_se: line?.slope.standardError },
    brier: scores.ok ? scores.brier : undefined,
    ece10_equal_width: error.ok ? error.expected : undefined,
    score_hist10: counts,
    ...{ sens: sensitivity.value, sens_wilson: sensitivity.interval },
    ...{ spec: specificity.value, spec_wilson: specificity.interval },
    ...{ ks_p_score: ks('p', own), ks_age: ks('age', own) },
    psi_score_hist10: populationStabilityIndex(before, counts),
    ...{ jsd_base2: distance, jsd_base_e: distance * Math.sqrt(Math.LN2) },
    missing_thalach: own.thalach.filter(Number.isNaN).length / y.length,
    by_sex: { male: bySex(own, 1), female: bySex(own, 0) },
  };
}

describe('a heart disease score of one site at four', () => {
  it.each(Object.entries(golden))('%s equals numpy, scipy and statsmodels', (site, expected) => {
    expectLeaves(site, expected, siteLeaves(site), { abs: 1e-9, rel: 1e-7 }, [
      ...early,
      ...approximated,
    ]);
  });

  it('groups of six and of twelve cannot be judged, however far apart they look', () => {
    const verdict = (site: string) => {
      const own = rowsOf(site);
      const [female, male] = [bySex(own, 0), bySex(own, 1)];
      return subgroupVerdict(
        { x: female.tp, n: female.events },
        { x: male.tp, n: male.events },
        {
          margin: 0.1,
        },
      );
    };
    for (const site of ['hungarian', 'switzerland', 'va']) {
      const { verdict: found, reason, needed } = verdict(site);
      expect([site, found, reason]).toEqual([site, 'cannot-tell', 'group-below-minimum']);
      expect(needed).toBeGreaterThan(80);
    }
    expect(verdict('hungarian').difference).toBeCloseTo(5 / 12 - 78 / 94, 10);
  });

  it('sums by tenth of risk give the ratio exactly and the slope nearly', () => {
    const { y, p } = rowsOf('hungarian');
    const cells = Array.from({ length: 50 }, (_, b) => {
      const isIn = (risk: number) => Math.min(49, Math.floor(50 * risk)) === b;
      const events = sum(y.filter((_one, row) => isIn(p[row] ?? NaN)));
      return { n: p.filter(isIn).length, events, sumP: sum(p.filter(isIn)) };
    });
    const { ratio, recalibration } = calibrationFromBins(cells);
    const rows = siteLeaves('hungarian');
    expect(ratio.ok && ratio.ratio).toBeCloseTo(rows.oe ?? NaN, 10);
    const slope = recalibration.ok && recalibration.line.ok ? recalibration.line.slope.value : NaN;
    expect(slope).toBeCloseTo(rows.slope ?? NaN, 1);
  });
});
