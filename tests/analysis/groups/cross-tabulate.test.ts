import { describe, expect, it } from 'vitest';
import { cochranArmitage } from '#analysis/groups/cochran-armitage.ts';
import { compareTwoProportions } from '#analysis/groups/compare-two-proportions.ts';
import { crossTabulate } from '#analysis/groups/cross-tabulate.ts';
import { fisherExact } from '#analysis/groups/fisher-exact.ts';
import { proportionIntervals } from '#analysis/groups/proportion-intervals.ts';
import { betaQuantile } from '#analysis/numeric/beta-quantile.ts';
import { tableOf } from '../support/table-of.ts';

const options = { rows: 'r', columns: 'c' };

function tableOfCounts(counts: readonly (readonly number[])[]) {
  const cells = counts.flatMap((row, r) =>
    row.flatMap((count, c) => Array.from({ length: count }, () => [r, c] as const)),
  );
  return tableOf({ r: cells.map(([r]) => r), c: cells.map(([, c]) => c) });
}

function expectNear(actual: readonly (number | null)[], expected: readonly number[]) {
  expected.forEach((value, place) => {
    expect(Math.abs((actual[place] ?? NaN) / value - 1)).toBeLessThan(1e-12);
  });
}

// Further reference values: tests/oracle/cases.test.ts. These are R 4.2.2 on the values in the test.
describe('against R', () => {
  const counts = [30, 12, 9, 25];

  it('Yates', () => {
    const { tests } = crossTabulate(
      tableOfCounts([
        [30, 12],
        [9, 25],
      ]),
      options,
    );
    if (!tests.ok || !tests.yates) throw new Error('estimable');
    expectNear([tests.yates.chiSquare, tests.yates.p], [13.4552859258742, 0.000244316858242454]);
  });

  it('Fisher: exact, and where R stops searching', () => {
    const found = fisherExact(counts);
    if (!found.ok) throw new Error('estimable');
    const { conditionalOddsRatio, interval } = found;
    expectNear([found.p], [0.000177977980367501]);
    expectNear(
      [conditionalOddsRatio, ...interval],
      [6.74192559478162, 2.27145484797429, 21.82424041475675],
    );
    const stopped = fisherExact(counts, { searchTolerance: Number.EPSILON ** 0.25 });
    if (!stopped.ok) throw new Error('estimable');
    expectNear(
      [stopped.conditionalOddsRatio, ...stopped.interval],
      [6.74193046725386, 2.27142764827993, 21.823083836066],
    );
  });

  it('difference, ratio, odds ratio', () => {
    const found = compareTwoProportions(counts);
    if (!found.ok) throw new Error('estimable');
    const { riskDifference, riskRatio, oddsRatio } = found;
    expectNear(
      [riskDifference.value, ...riskDifference.interval],
      [0.449579831932773, 0.22553046972128, 0.614183303263483],
    );
    expectNear(
      [riskRatio.value, ...(riskRatio.interval ?? [])],
      [2.57352941176471, 1.5315889016131, 4.32430244580806],
    );
    expectNear(
      [oddsRatio.value, ...(oddsRatio.interval ?? [])],
      [6.94444444444444, 2.51862857284946, 19.1474476077334],
    );
  });

  it('trend', () => {
    const found = cochranArmitage([5, 9, 14, 20], [30, 32, 31, 35], [1, 2, 4, 5]);
    if (!found.ok) throw new Error('estimable');
    expectNear([found.chiSquare, found.p], [13.2372860270299, 0.000274434972294607]);
    expect(found.z).toBeGreaterThan(0);
  });

  it('intervals at the half and at the ends', () => {
    expectNear(
      proportionIntervals(10, 20).wilsonContinuityCorrected,
      [0.299298008198212, 0.700701991801788],
    );
    const none = proportionIntervals(0, 7);
    expect([none.wilsonContinuityCorrected[0], none.clopperPearson[0]]).toEqual([0, 0]);
    expectNear([none.wilsonContinuityCorrected[1]], [0.439066128108006]);
    expectNear(proportionIntervals(7, 7).clopperPearson, [0.590383602774997, 1]);
  });

  it('beta quantiles', () => {
    expectNear(
      [betaQuantile(1e-6, 0.5, 400), betaQuantile(0.3, 30, 2), betaQuantile(0.999, 2000, 3)],
      [1.96472297638028e-15, 0.92312206933738, 0.999904785445644],
    );
  });
});

describe('the table', () => {
  it('leaves rows without one of the two out, and levels that then do not occur', () => {
    const table = tableOf({ r: ['a', 'a', 'b', 'b', 'c', ''], c: [0, 1, 0, 1, NaN, 1] });
    const report = crossTabulate(table, options);
    expect([report.n, report.missing, report.rows]).toEqual([4, 2, ['a', 'b']]);
    expect(report.counts).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(report.trend).toBeNull();
  });

  it('turning rows and columns leaves the strength of association alone', () => {
    const counts = [
      [3, 8, 9],
      [7, 2, 11],
    ];
    const turned = [
      [3, 7],
      [8, 2],
      [9, 11],
    ];
    const [one, two] = [counts, turned].map((c) => crossTabulate(tableOfCounts(c), options));
    expect(two?.association?.cramersV).toBeCloseTo(one?.association?.cramersV ?? NaN, 14);
    expect(two?.trend).toMatchObject({ ok: true });
  });
});

describe('degenerate', () => {
  it.each([
    ['no rows', []],
    ['one row', [[3, 4]]],
    ['one column', [[3], [4]]],
    ['one cell', [[5]]],
    [
      'an empty cell',
      [
        [0, 4],
        [5, 3],
      ],
    ],
    [
      'perfect association',
      [
        [4, 0],
        [0, 5],
      ],
    ],
    [
      'two respondents',
      [
        [1, 0],
        [0, 1],
      ],
    ],
  ])('%s: a reason or a number, never NaN', (_, counts) => {
    const report = crossTabulate(tableOfCounts(counts), options);
    const text = JSON.stringify(report, (_key, value: unknown) => {
      return typeof value === 'number' && Number.isNaN(value) ? 'not a number' : value;
    });
    expect(text).not.toContain('not a number');
  });

  it('says why', () => {
    expect(crossTabulate(tableOfCounts([[3, 4]]), options).tests).toEqual({
      ...{ ok: false, reason: 'too-few-groups' },
    });
    expect(fisherExact([0, 0, 3, 4])).toEqual({ ok: false, reason: 'zero-variance' });
    expect(fisherExact([4, 0, 0, 5])).toMatchObject({ conditionalOddsRatio: Infinity });
    expect(cochranArmitage([0, 0], [3, 4], [1, 2])).toEqual({ ok: false, reason: 'zero-variance' });
    expect(() => fisherExact([1.5, 2, 3, 4])).toThrow('counts');
    expect(() => proportionIntervals(4, 3)).toThrow('proportion');
  });
});
