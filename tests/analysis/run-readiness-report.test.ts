import { describe, expect, it } from 'vitest';
import type { ReadinessInput } from '#analysis/report/readiness-input.ts';
import type { ReadinessReport } from '#analysis/report/readiness-report.ts';
import { runReadinessReport } from '#analysis/run-readiness-report.ts';
import reference from '#tests/fixtures/analysis/reliability/cases.json' with { type: 'json' };
import { deviation } from './support/deviation.ts';
import { makeStudy } from './support/make-study.ts';
import { readCsv } from './support/read-csv.ts';
import { valueOf } from './support/value-of.ts';

type Shown = Extract<ReadinessReport, { ok: true }>;

function run(input: ReadinessInput): Shown {
  const report = runReadinessReport(input);
  if (!report.ok) throw new Error(report.reason);
  return report;
}

const sites = { id: 'site', shares: [5, 4, 3, 0.1] };
const roles = { id: 'role', shares: [6, 3] };

describe('the report on simulated data with R reference values', () => {
  const [expected] = reference.cases;
  const file = new URL('../fixtures/analysis/data/sim_grm9.csv', import.meta.url);
  const csv = readCsv(file);
  const names = expected?.items ?? [];
  const n = csv['i1']?.length ?? 0;
  const codes = new Int16Array(n * names.length);
  names.forEach((name, item) =>
    csv[name]?.forEach((value, row) => (codes[row * names.length + item] = value)),
  );
  const scores = [1, 2, 3, 4, 5];
  const report = run({
    items: names.map((id) => ({ id, codes: scores, scores })),
    codes,
    scales: [
      {
        ...{ id: 'trait', itemIndexes: [...names.keys()], minimumAnswered: 5 },
        ...{ transform: 'mean', prorate: true },
      },
    ],
    dimensions: [],
    minimumCellSize: 10,
  });

  it('carries alpha, its interval and the item statistics', () => {
    const [scale] = report.scales;
    const alpha = scale?.alpha;
    expect(alpha?.ok).toBe(true);
    if (!expected || !alpha?.ok) return;
    expect(deviation(alpha.alpha, expected.alpha)).toBeLessThan(1e-13);
    expect(deviation(alpha.interval[0], expected.feldt[0] ?? NaN)).toBeLessThan(1e-11);
    expect(deviation(valueOf(alpha.standardised), expected.alphaStandardised)).toBeLessThan(1e-13);
    scale?.items.forEach((item, i) => {
      const { itemRestCorrelation, alphaIfDeleted } = item;
      expect(deviation(valueOf(itemRestCorrelation), expected.itemRest[i] ?? NaN)).toBeLessThan(
        1e-12,
      );
      expect(deviation(valueOf(alphaIfDeleted), expected.alphaIfDeleted[i] ?? NaN)).toBeLessThan(
        1e-12,
      );
    });
    report.items.forEach(({ result }, i) => {
      const moment = expected.moments[i];
      if (!result.shown || !moment) throw new Error('withheld');
      expect(deviation(result.mean, moment.mean)).toBeLessThan(1e-13);
      expect(deviation(valueOf(result.skewness), moment.skewness)).toBeLessThan(1e-12);
      expect(result.percents.reduce((sum, percent) => sum + percent, 0)).toBe(100);
      expect([result.floorPercent, result.ceilingPercent]).toEqual([
        result.percents[0],
        result.percents[4],
      ]);
    });
  });
});

describe('the shape of the report', () => {
  const input = makeStudy({ n: 400, missing: 0.1, dimensions: [sites, roles] });

  it('survives JSON', () => {
    const report = run(input);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('is the same for equal input', () => {
    expect(runReadinessReport(input)).toEqual(runReadinessReport(input));
  });

  it('describes a reverse-keyed item as answered and scores it reversed', () => {
    const reversed = input.items.map((item, i) =>
      i === 0 ? { ...item, scores: [5, 4, 3, 2, 1], answerScores: [1, 2, 3, 4, 5] } : item,
    );
    const [plain, other] = [run(input), run({ ...input, items: reversed })];
    expect(other.items).toEqual(plain.items);
    expect(other.scales[0]?.score).not.toEqual(plain.scales[0]?.score);
    expect(other.scales[1]).toEqual(plain.scales[1]);
  });

  it('counts missing answers by reason', () => {
    const codes = input.codes.slice();
    [-1, -2, -3, -3, -4, -5].forEach((code, row) => (codes[row * 6 + 5] = code));
    const missingBefore = input.codes.filter(
      (code, cell) => cell % 6 === 5 && cell >= 36 && code < 0,
    );
    const result = run({ ...input, codes }).items[5]?.result;
    expect(result?.shown === true && result.missing).toEqual({
      'not-shown': 1,
      skipped: 1 + missingBefore.length,
      'prefer-not-to-say': 2,
      'not-applicable': 1,
      'dont-know': 1,
    });
  });

  it('reports "not stated" as a level of its own', () => {
    const [site] = input.dimensions;
    const index = new Int16Array(400).map((_, row) => (row < 50 ? -1 : 0));
    const dimension = { id: 'site', levels: ['A'], index };
    const report = run({ ...input, dimensions: [dimension] });
    expect(site).toBeDefined();
    expect(
      report.dimensions[0]?.levels.map(({ level, respondents }) => [level, respondents]),
    ).toEqual([
      ['A', { shown: true, n: 350 }],
      [null, { shown: true, n: 50 }],
    ]);
  });
});

describe('progress and stopping', () => {
  const input = makeStudy({ n: 25_000, dimensions: [sites] });

  it('progress rises to 1', () => {
    const shares: number[] = [];
    runReadinessReport(input, { onProgress: (share) => shares.push(share) });
    expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('stops wherever it is asked to', () => {
    const long = makeStudy({ n: 110_000, dimensions: [sites] });
    let asked = 0;
    runReadinessReport(long, { shouldStop: () => ++asked < 0 });
    for (let stopAt = 1; stopAt <= asked; stopAt += 1) {
      let question = 0;
      const report = runReadinessReport(long, { shouldStop: () => ++question === stopAt });
      expect(report).toEqual({ ok: false, reason: 'stopped' });
    }
    expect(asked).toBeGreaterThan(6);
  });

  it('100,000 respondents on 60 items take seconds, not minutes', () => {
    const large = makeStudy({ n: 100_000, k: 60, missing: 0.02, dimensions: [sites, roles] });
    const start = performance.now();
    expect(run(large).n).toBe(100_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('refusals', () => {
  const input = makeStudy({ n: 40, dimensions: [sites] });
  const [scale] = input.scales;
  const [dimension] = input.dimensions;

  it('fewer respondents than the minimum', () => {
    expect(runReadinessReport({ ...input, minimumCellSize: 41 })).toEqual({
      ok: false,
      reason: 'below-minimum',
    });
    expect(runReadinessReport({ ...input, codes: new Int16Array(0), dimensions: [] })).toEqual({
      ok: false,
      reason: 'below-minimum',
    });
  });

  it.each<[string, Partial<ReadinessInput>, string]>([
    ['no items', { items: [] }, 'codes-length'],
    ['codes that do not fill rows', { codes: new Int16Array(41) }, 'codes-length'],
    ['an illegal code', { codes: new Int16Array(240).fill(9) }, 'illegal-code'],
    ['a minimum of one', { minimumCellSize: 1 }, 'minimum-cell-size'],
    [
      'a scale on an item that is not there',
      { scales: scale ? [{ ...scale, itemIndexes: [6] }] : [] },
      'scale-item',
    ],
    [
      'a dimension of other length',
      { dimensions: dimension ? [{ ...dimension, index: new Int16Array(3) }] : [] },
      'dimension-rows',
    ],
    [
      'a level that is not there',
      { dimensions: dimension ? [{ ...dimension, index: new Int16Array(40).fill(4) }] : [] },
      'dimension-level',
    ],
  ])('%s', (_, change, code) => {
    expect(() => runReadinessReport({ ...input, ...change })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('an empty scale and one of a single item say why', () => {
    const recipe = { minimumAnswered: 1, transform: 'mean', prorate: true } as const;
    const scales = [
      { id: 'empty', itemIndexes: [], ...recipe },
      { id: 'single', itemIndexes: [0], ...recipe },
    ];
    const report = run({ ...input, scales, dimensions: [] });
    expect(report.scales[0]).toMatchObject({ score: { shown: false, reason: 'too-few-items' } });
    expect(report.scales[1]).toMatchObject({
      score: { shown: true },
      alpha: { ok: false, reason: 'too-few-items' },
    });
  });
});
