import { expect, it } from 'vitest';
import { jensenShannonDistance } from '#analysis/monitoring/drift/jensen-shannon-distance.ts';
import { judgeDrift } from '#analysis/monitoring/drift/judge-drift.ts';
import { populationStabilityIndex } from '#analysis/monitoring/drift/population-stability-index.ts';
import { ratesOfConfusion } from '#analysis/monitoring/performance/rates-of-confusion.ts';
import type { Confusion } from '#analysis/monitoring/performance/confusion.ts';
import { utilityOfConfusion } from '#analysis/monitoring/performance/utility-of-confusion.ts';
import { subgroupVerdict } from '#analysis/monitoring/subgroups/subgroup-verdict.ts';
import { numberColumn } from '#analysis/table/number-column.ts';
import { expectLeaves, readGolden, readOwnData } from './golden.ts';

interface Subgroups {
  reference: string;
  year: number;
  groups: Record<string, unknown>;
}
const golden = readGolden('acs-employment-golden.json') as {
  by_year: Record<string, unknown>;
  subgroups: Record<string, Subgroups>;
};
const table = readOwnData('acs-employment-ma-counts.csv');
const column = (name: string) => numberColumn(table, name);
const histograms = table.columns.get('score_hist10')?.values ?? [];
const limit = { abs: 1e-10, rel: 1e-9 };

type Cells = Confusion & { n: number; hist: number[] };

function cellsWhere(isIn: (row: number) => boolean): Cells {
  const rows = [...Array(table.n).keys()].filter(isIn);
  const total = (name: string) => rows.reduce((sum, row) => sum + (column(name)[row] ?? NaN), 0);
  const hists = rows.map((row) => String(histograms[row]).split(';').map(Number));
  return {
    ...{ n: total('n'), tp: total('tp'), fp: total('fp'), fn: total('fn'), tn: total('tn') },
    hist: Array.from({ length: 10 }, (_, bin) => {
      return hists.reduce((sum, counts) => sum + (counts[bin] ?? NaN), 0);
    }),
  };
}

const inYear = (year: number) => cellsWhere((row) => column('year')[row] === year);
const before = inYear(2015);

it('years equal numpy and statsmodels', () => {
  const years = Object.keys(golden.by_year).map((year) => {
    const { n, hist, ...confusion } = inYear(Number(year));
    const rates = ratesOfConfusion(confusion);
    const leaves = {
      ...{ n, accuracy: utilityOfConfusion(confusion, 0.5).accuracy },
      ...{ sens: rates.sensitivity.value, spec: rates.specificity.value },
      ...{ sel_rate: rates.selectionRate.value, score_hist10: hist },
      psi_vs_2015: populationStabilityIndex(before.hist, hist),
      jsd2_vs_2015: jensenShannonDistance(before.hist, hist),
    };
    return [year, leaves] as const;
  });
  expectLeaves('years', golden.by_year, Object.fromEntries(years), limit);
});

function groupOf(attribute: string, value: string, year: number) {
  return cellsWhere((row) => {
    return column('year')[row] === year && column(attribute)[row] === Number(value);
  });
}

const sensitivityOf = (cells: Cells) => ({ x: cells.tp, n: cells.tp + cells.fn });

it('subgroups equal statsmodels', () => {
  const attributes = Object.entries(golden.subgroups).map(([attribute, part]) => {
    const { reference, year, groups } = part;
    const against = sensitivityOf(groupOf(attribute, reference, year));
    const leaves = Object.keys(groups).map((value) => {
      const cells = groupOf(attribute, value, year);
      const { sensitivity, falsePositiveRate, selectionRate } = ratesOfConfusion(cells);
      const verdict = subgroupVerdict(sensitivityOf(cells), against, { margin: 0.05 });
      const own = {
        ...{ n: cells.n, positives: sensitivity.n, negatives: falsePositiveRate.n },
        ...{ tpr: sensitivity.value, tpr_wilson: sensitivity.interval },
        ...{ fpr: falsePositiveRate.value, sel_rate: selectionRate.value },
        ...{ tpr_diff_vs_ref: verdict.difference, tpr_diff_newcombe: verdict.interval },
      };
      return [value, own] as const;
    });
    return [attribute, { reference, year, groups: Object.fromEntries(leaves) }] as const;
  });
  expectLeaves('subgroups', golden.subgroups, Object.fromEntries(attributes), limit);
});

it('disabled people are found where the stability index sees nothing', () => {
  for (const year of [2016, 2017, 2018]) {
    expect(populationStabilityIndex(before.hist, inYear(year).hist)).toBeLessThan(0.00062);
  }
  const drift = judgeDrift(before.hist, inYear(2018).hist);
  expect(drift.ok && drift.psi).toBeLessThan(0.1);
  const [disabled, others] = ['1', '2'].map((value) => sensitivityOf(groupOf('dis', value, 2018)));
  const verdict = subgroupVerdict(disabled ?? { x: 0, n: 0 }, others ?? { x: 0, n: 0 }, {
    margin: 0.05,
  });
  expect(verdict).toMatchObject({ verdict: 'gap', reason: 'beyond-margin', needed: null });
  expect(verdict.difference).toBeCloseTo(-0.571, 3);
});

it('a real but small difference between men and women is no gap, groups of a few cannot be told', () => {
  const of = (attribute: string, value: string) => sensitivityOf(groupOf(attribute, value, 2018));
  const against = (attribute: string, value: string) =>
    subgroupVerdict(of(attribute, value), of(attribute, '1'), { margin: 0.05 });
  const women = against('sex', '2');
  expect(women.verdict).toBe('no-gap');
  expect(women.p).toBeLessThan(0.01);
  for (const value of ['4', '5', '7']) {
    expect(against('rac1p', value)).toMatchObject({
      ...{ verdict: 'cannot-tell', reason: 'group-below-minimum' },
    });
  }
  expect(against('rac1p', '3')).toMatchObject({
    ...{ verdict: 'cannot-tell', reason: 'interval-crosses-margin' },
  });
});
