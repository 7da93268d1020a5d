import { describe, expect, it } from 'vitest';
import type { ItemResponseReport } from '#analysis/irt/report-item-response.ts';
import { reportPartialCredit } from '#analysis/irt/report-partial-credit.ts';
import reference from '#tests/fixtures/analysis/item-response/cases.json' with { type: 'json' };
import { deviation } from '../support/deviation.ts';
import { readCsv } from '../support/read-csv.ts';
import { tableOf } from '../support/table-of.ts';

const data = readCsv(new URL('../../fixtures/analysis/data/sim_grm9.csv', import.meta.url));
const items = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8', 'i9'];
const expected = reference.partialCredit;
const column = (name: string) => data[name] ?? [];

const run = (columns: Record<string, number[]>) =>
  reportPartialCredit(tableOf(columns), { items: Object.keys(columns) });

function conditional(columns: Record<string, number[]>) {
  const found = run(columns).conditional;
  if (!found.ok) throw new Error(found.reason);
  return found;
}

describe('partial credit models', () => {
  const report = reportPartialCredit(tableOf(data), { items });
  const { generalisedPartialCredit: gpcm, partialCredit: pcm, conditional: cml } = report;
  if (!gpcm.ok || !pcm.ok || !cml.ok) throw new Error('not estimable');

  const expectItems = (fit: ItemResponseReport, table: { values: number[][] }) => {
    table.values.forEach(([a = NaN, ...steps], i) => {
      expect(deviation(fit.items[i]?.slope.estimate, a)).toBeLessThan(1e-4);
      steps.forEach((b, c) => {
        expect(deviation(fit.items[i]?.thresholds[c]?.estimate, b)).toBeLessThan(3e-4);
      });
    });
  };

  it('agree with mirt by marginal maximum likelihood', () => {
    expect(Math.abs(gpcm.logLik - expected.gpcm.logLik)).toBeLessThan(1e-5);
    expect(Math.abs(pcm.logLik - expected.pcm_mml.logLik)).toBeLessThan(1e-5);
    expect(deviation(pcm.latentVariance, expected.pcm_mml.variance)).toBeLessThan(1e-4);
    expectItems(gpcm, expected.gpcm.items);
    expectItems(pcm, expected.pcm_mml.items);
  });

  it('agree with eRm by conditional maximum likelihood', () => {
    expect(Math.abs(cml.logLik - expected.pcm_cml.loglik)).toBeLessThan(1e-5);
    expect(cml.freeParameters).toBe(expected.pcm_cml.npar);
    expected.pcm_cml.thresholds.values.forEach(([location, ...thresholds], i) => {
      expect(deviation(cml.items[i]?.location.estimate, location ?? NaN)).toBeLessThan(1e-4);
      thresholds.forEach((value, c) => {
        expect(deviation(cml.items[i]?.thresholds[c]?.estimate, value)).toBeLessThan(1e-4);
      });
    });
    const errors = cml.items.flatMap(({ thresholds }) => thresholds);
    expected.pcm_cml.threshold_se.forEach((value, i) => {
      expect(deviation(errors[i]?.standardError, value)).toBeLessThan(1e-4);
    });
  });

  it('have exact derivatives: the gradient vanishes on a finer grid, and errors follow the curvature', () => {
    for (const fit of [gpcm, pcm]) {
      expect(fit.quadratureCheck?.largestGradient).toBeLessThan(1e-3);
      expect(fit.quadratureCheck?.logLik).toBeCloseTo(fit.logLik, 4);
    }
    const twice = Object.fromEntries(
      items.map((name) => [name, [...column(name), ...column(name)]]),
    );
    const { partialCredit: doubled, conditional: doubledCml } = run(twice);
    if (!doubled.ok || !doubledCml.ok) throw new Error('not estimable');
    expect(doubled.latentVarianceSe).toBeCloseTo((pcm.latentVarianceSe ?? NaN) / Math.SQRT2, 6);
    expect(doubledCml.items[2]?.location.standardError).toBeCloseTo(
      (cml.items[2]?.location.standardError ?? NaN) / Math.SQRT2,
      6,
    );
  });

  it('fit where marginal and conditional thresholds differ by a shift alone, nearly', () => {
    const shifts = pcm.items.flatMap(({ thresholds }, i) =>
      thresholds.map(
        ({ estimate }, c) => (cml.items[i]?.thresholds[c]?.estimate ?? NaN) - estimate,
      ),
    );
    const mean = shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length;
    shifts.forEach((shift) => expect(Math.abs(shift - mean)).toBeLessThan(0.06));
  });

  it('find persons whose expected score is their score', () => {
    const theta = cml.personParameters[17]?.ml ?? NaN;
    const score = cml.items.reduce((total, { thresholds }) => {
      const exponents = thresholds.reduce<number[]>(
        (list, { estimate }) => [...list, (list.at(-1) ?? 0) + theta - estimate],
        [0],
      );
      const sum = exponents.reduce((all, value) => all + Math.exp(value), 0);
      return total + exponents.reduce((all, value, c) => all + (c * Math.exp(value)) / sum, 0);
    }, 0);
    expect(score).toBeCloseTo(17, 8);
    const { 0: lowest, 36: highest } = cml.personParameters;
    expect(lowest).toMatchObject({ rawScore: 0, ml: -Infinity });
    expect(highest).toMatchObject({ rawScore: 36, ml: Infinity });
    expect((lowest?.wle ?? NaN) + (highest?.wle ?? NaN)).toBeLessThan(Infinity);
  });

  it('report more noise where an item is answered at random', () => {
    const scrambled = { ...Object.fromEntries(items.map((name) => [name, column(name)])) };
    scrambled['i4'] = column('i4').toReversed();
    const fit = conditional(scrambled);
    const outfit = (name: string) => fit.itemFit.find(({ item }) => item === name)?.outfit ?? NaN;
    expect(outfit('i4')).toBeGreaterThan(1.3);
    items
      .filter((name) => name !== 'i4')
      .forEach((name) => expect(outfit(name)).toBeLessThan(outfit('i4')));
    expect(fit.andersen.ok && fit.andersen.p).toBeLessThan(0.001);
  });
});

describe('conditional likelihood', () => {
  /** Fourteen people on two yes-no items: the difficulty difference is a log odds of the discordant pairs. */
  const two = {
    a: [...Array<number>(9).fill(1), ...Array<number>(3).fill(0), 1, 0],
    b: [...Array<number>(9).fill(0), ...Array<number>(3).fill(1), 1, 0],
  };

  it('of two binary items is a binomial likelihood', () => {
    const { items: found, logLik, nExtreme, andersen } = conditional(two);
    const [a, b] = found.map(({ location }) => location.estimate);
    expect((b ?? NaN) - (a ?? NaN)).toBeCloseTo(Math.log(9 / 3), 10);
    expect((b ?? NaN) + (a ?? NaN)).toBeCloseTo(0, 12);
    expect(logLik).toBeCloseTo(9 * Math.log(9 / 12) + 3 * Math.log(3 / 12), 10);
    expect(found[0]?.location.standardError).toBeCloseTo(Math.sqrt(1 / 9 + 1 / 3) / 2, 10);
    expect(nExtreme).toBe(2);
    expect(andersen.ok).toBe(false);
  });

  it('takes respondents with missing answers by the items they answered', () => {
    const alone = { a: [...two.a, 1, NaN], b: [...two.b, NaN, 0] };
    expect(conditional(alone).items[0]?.location.estimate).toBeCloseTo(
      conditional(two).items[0]?.location.estimate ?? NaN,
      10,
    );
    const holes = Object.fromEntries(
      items.map((name, i) => [
        name,
        column(name).map((x, row) => ((row * 5 + i) % 11 === 0 ? NaN : x)),
      ]),
    );
    const [full, partial] = [
      conditional(Object.fromEntries(items.map((name) => [name, column(name)]))),
      conditional(holes),
    ];
    const distance = items.map((_, i) =>
      Math.abs(
        (full.items[i]?.location.estimate ?? NaN) - (partial.items[i]?.location.estimate ?? NaN),
      ),
    );
    expect(Math.max(...distance)).toBeLessThan(0.1);
    expect(Math.max(...distance)).toBeGreaterThan(1e-4);
  });
});

describe('what partial credit models cannot say', () => {
  const a = [1, 2, 3, 1, 2, 3, 2, 1];
  const b = [1, 3, 2, 1, 3, 2, 1, 2];

  it.each<[string, Record<string, number[]>, string]>([
    ['a constant item', { a, b, c: a.map(() => 1) }, 'zero-variance'],
    ['one item', { a }, 'too-few-items'],
  ])('%s has a reason in each model', (_, columns, reason) => {
    for (const fit of Object.values(run(columns))) expect(fit).toEqual({ ok: false, reason });
  });

  it.each<[string, Record<string, number[]>]>([
    ['nobody', { a: [], b: [] }],
    ['no answers', { a: a.map(() => NaN), b: b.map(() => NaN) }],
    ['one respondent', { a: [1], b: [2] }],
    ['two respondents', { a: [1, 2], b: [2, 1] }],
    ['items that oppose each other', { a, b: a.map((x) => 4 - x) }],
    ['equal items', { a, b: a }],
    ['items answered by different people', { a: [1, 2, NaN, NaN], b: [NaN, NaN, 1, 2] }],
  ])('%s: the conditional model is refused or finite', (_, columns) => {
    const { conditional: fit } = run(columns);
    if (fit.ok) fit.items.forEach(({ location }) => expect(location.estimate).not.toBeNaN());
    else expect(fit.reason).toMatch(/^[a-z-]+$/);
  });
});
