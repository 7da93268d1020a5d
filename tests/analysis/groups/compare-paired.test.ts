import { describe, expect, it } from 'vitest';
import { comparePaired } from '#analysis/groups/compare-paired.ts';
import { marginalHomogeneity } from '#analysis/groups/marginal-homogeneity.ts';
import { wilcoxonSignedRank } from '#analysis/groups/wilcoxon-signed-rank.ts';
import { selectRows } from '#analysis/table/select-rows.ts';
import { tableOf } from '../support/table-of.ts';

const pre = [5, 3, 4, 4, 2, 5, 1, 3, 2, 4];
const post = [5, 4, 4, 5, 4, 5, 2, 2, 3, 5];
const columns = { pre: 'pre', post: 'post' };

// Further reference values: tests/oracle/cases.test.ts. These are R 4.2.2 on the values in the test.
describe('against R', () => {
  it('signed ranks, exact and with ties', () => {
    const d = Float64Array.of(1.5, -0.3, 2.2, 0.8, -1.1, 3.1, 0.4, -0.2, 1.9);
    expect(wilcoxonSignedRank(d)).toMatchObject({ v: 37, pExact: 0.09765625 });
    const tied = comparePaired(tableOf({ pre, post }), columns).wilcoxonSignedRank;
    if (!tied.ok) throw new Error('estimable');
    expect([tied.v, tied.nonZero, tied.pExact]).toEqual([24.5, 7, null]);
    expect(tied.pCorrected).toBeCloseTo(0.0707598148030574, 13);
    expect(tied.pUncorrected).toBeCloseTo(0.0577795711235972, 13);
  });

  it('d_z with its noncentral t interval', () => {
    const { effectSizes } = comparePaired(tableOf({ pre, post }), columns);
    if (!effectSizes.ok) throw new Error('estimable');
    expect(effectSizes.cohensDz.value).toBeCloseTo(0.711512473537885, 13);
    expect(effectSizes.cohensDz.interval[0]).toBeCloseTo(-0.00298713909589, 10);
    expect(effectSizes.cohensDz.interval[1]).toBeCloseTo(1.3955892851811726, 10);
  });

  it('d_av with the limits of the noncentrality, in its own unit', () => {
    const { effectSizes } = comparePaired(tableOf({ pre, post }), columns);
    if (!effectSizes.ok) throw new Error('estimable');
    expect(effectSizes.dAv).toBeCloseTo(0.47342647162595441, 13);
    expect(effectSizes.dAvInterval[0]).toBeCloseTo(-0.00198758387943695, 10);
    expect(effectSizes.dAvInterval[1]).toBeCloseTo(0.92859779089611305, 10);
  });

  it('McNemar and Stuart–Maxwell', () => {
    const two = marginalHomogeneity([30, 12, 5, 40], 2);
    if (!two.ok) throw new Error('estimable');
    expect(two.pCorrected).toBeCloseTo(0.145610095396868, 13);
    expect(two.p).toBeCloseTo(0.0895550744136431, 13);
    expect(two.pExact).toBeCloseTo(0.143463134765625, 13);
    const three = marginalHomogeneity([20, 10, 5, 3, 30, 15, 0, 5, 40], 3);
    if (!three.ok) throw new Error('estimable');
    expect([three.df, three.pExact]).toEqual([2, null]);
    expect(three.chiSquare).toBeCloseTo(13.76470588235294, 12);
    expect(three.p).toBeCloseTo(0.00102572772655807, 14);
    // A category nobody moves through changes nothing
    const idle = marginalHomogeneity([20, 10, 0, 5, 3, 30, 0, 15, 0, 0, 7, 0, 0, 5, 0, 40], 4);
    expect(idle).toEqual(three);
  });
});

describe('which pairs', () => {
  it('complete pairs of the rows that meet the condition, words with signs too', () => {
    const arm = pre.map((_, row) => (row < 6 ? 'e-learning' : 'control'));
    const missing = post.map((value, row) => (row === 1 ? NaN : value));
    const table = tableOf({ arm, pre, post: missing });
    const report = comparePaired(table, { ...columns, subset: 'arm = e-learning & pre > 2' });
    expect([report.rows, report.n]).toEqual([5, 4]);
    expect(selectRows(table, 'arm != e-learning').n).toBe(4);
    expect(selectRows(table, 'all')).toBe(table);
    expect(() => selectRows(table, 'site = north')).toThrow('unknown-column');
  });

  it('before and after exchanged turn every sign', () => {
    const forth = comparePaired(tableOf({ pre, post }), columns);
    const back = comparePaired(tableOf({ pre: post, post: pre }), columns);
    if (!forth.pairedT.ok || !back.pairedT.ok) throw new Error('estimable');
    expect(back.pairedT.t).toBeCloseTo(-forth.pairedT.t, 12);
    if (!forth.wilcoxonSignedRank.ok || !back.wilcoxonSignedRank.ok) throw new Error('estimable');
    const [one, two] = [forth.wilcoxonSignedRank, back.wilcoxonSignedRank];
    expect(two.rankBiserial.value).toBeCloseTo(-one.rankBiserial.value, 12);
    expect(two.pUncorrected).toBeCloseTo(one.pUncorrected, 13);
  });
});

describe('degenerate', () => {
  it.each([
    ['nobody', [], []],
    ['nobody complete', [1, NaN], [NaN, 2]],
    ['one pair', [1], [2]],
    ['nobody changed', [1, 2, 3], [1, 2, 3]],
    ['everybody changed alike', [1, 2, 3], [2, 3, 4]],
    ['constant', [3, 3, 3], [3, 3, 3]],
    ['constant before', [3, 3, 3, 3], [1, 2, 4, 5]],
    ['perfectly opposed', [1, 2, 3], [3, 2, 1]],
    ['all higher', [1, 2, 3, 4, 5], [2, 4, 6, 8, 10]],
  ])('%s: a reason or a number, never NaN', (_, before, after) => {
    const table = tableOf({ pre: before, post: after });
    const report = comparePaired(table, { ...columns, reliabilityForRci: 0.8 });
    const text = JSON.stringify(report, (_key, value: unknown) => {
      return typeof value === 'number' && Number.isNaN(value) ? 'not a number' : value;
    });
    expect(text).not.toContain('not a number');
  });

  it('says why', () => {
    const alike = comparePaired(tableOf({ pre: [1, 2, 3], post: [2, 3, 4] }), columns);
    expect(alike.pairedT).toEqual({ ok: false, reason: 'zero-variance' });
    expect(alike.effectSizes).toEqual({ ok: false, reason: 'zero-variance' });
    expect(alike.wilcoxonSignedRank).toMatchObject({ ok: true, v: 6, pExact: null });
    expect(() =>
      comparePaired(tableOf({ pre, post }), { ...columns, reliabilityForRci: 1.2 }),
    ).toThrow('reliability');
  });
});
