import { describe, expect, it } from 'vitest';
import { fairnessDifferences } from '#analysis/monitoring/subgroups/fairness-differences.ts';
import { poolRates } from '#analysis/monitoring/subgroups/pool-rates.ts';
import { subgroupVerdict } from '#analysis/monitoring/subgroups/subgroup-verdict.ts';
import { makeGenerator } from '../support/make-study.ts';

const margin = 0.1;

describe('a verdict on a group', () => {
  it.each([
    ['far below', { x: 200, n: 500 }, { x: 400, n: 500 }, 'gap', 'beyond-margin'],
    ['far above', { x: 400, n: 500 }, { x: 200, n: 500 }, 'gap', 'beyond-margin'],
    ['equal and many', { x: 400, n: 500 }, { x: 400, n: 500 }, 'no-gap', 'within-margin'],
    [
      'equal and few',
      { x: 32, n: 40 },
      { x: 400, n: 500 },
      'cannot-tell',
      'interval-crosses-margin',
    ],
    ['very few', { x: 0, n: 6 }, { x: 400, n: 500 }, 'cannot-tell', 'group-below-minimum'],
    [
      'few to compare with',
      { x: 400, n: 500 },
      { x: 5, n: 9 },
      'cannot-tell',
      'reference-below-minimum',
    ],
    ['nobody', { x: 0, n: 0 }, { x: 400, n: 500 }, 'cannot-tell', 'group-below-minimum'],
  ])('%s', (_, group, reference, verdict, reason) => {
    expect(subgroupVerdict(group, reference, { margin })).toMatchObject({ verdict, reason });
  });

  it('says how many cases would do', () => {
    const { needed } = subgroupVerdict({ x: 32, n: 40 }, { x: 400, n: 500 }, { margin });
    expect(needed).toBeGreaterThan(120);
    expect(needed).toBeLessThan(130);
    const enough = Math.round((needed ?? 0) * 1.1);
    const share = { x: Math.round(0.8 * enough), n: enough };
    expect(subgroupVerdict(share, share, { margin }).verdict).toBe('no-gap');
  });

  it('asks for more where there are as many and the difference lies near the margin', () => {
    const verdict = subgroupVerdict({ x: 340, n: 500 }, { x: 400, n: 500 }, { margin });
    expect(verdict.verdict).toBe('cannot-tell');
    expect(verdict.needed).toBeGreaterThan(500);
  });

  it('a numerator may be asked for, too', () => {
    const options = { margin, minimumNumerator: 5 };
    expect(subgroupVerdict({ x: 4, n: 500 }, { x: 400, n: 500 }, options)).toMatchObject({
      ...{ verdict: 'cannot-tell', reason: 'group-below-minimum' },
    });
  });

  it('refuses a margin that is none', () => {
    expect(() => subgroupVerdict({ x: 1, n: 2 }, { x: 1, n: 2 }, { margin: 0 })).toThrow('margin');
    expect(() => subgroupVerdict({ x: 3, n: 2 }, { x: 1, n: 2 }, { margin })).toThrow('count');
  });

  it('is seldom a gap where there is none: at most one in twenty at the margin', () => {
    const random = makeGenerator(5);
    const draw = (p: number, n: number) => {
      return { n, x: Array.from({ length: n }, () => random()).filter((u) => u < p).length };
    };
    const found = Array.from({ length: 1000 }, () =>
      subgroupVerdict(draw(0.6, 150), draw(0.7, 300), { margin }),
    ).filter(({ verdict }) => verdict !== 'cannot-tell');
    expect(found.length).toBeLessThan(70);
  });
});

describe('groups beside a named reference', () => {
  const counts = (tp: number, fn: number) => ({ tp, fn, fp: 30, tn: 70 });
  const groups = [
    { group: 'a', confusion: counts(80, 20) },
    { group: 'b', confusion: counts(50, 50) },
    { group: 'only one', confusion: { tp: 1, fn: 0, fp: 0, tn: 0 } },
  ];

  it('leave the reference out and never take the best one', () => {
    const found = fairnessDifferences(groups, 'a', { margin });
    expect(found.map(({ group }) => group)).toEqual(['b', 'only one']);
    expect(found[0]?.rates.sensitivity).toMatchObject({ verdict: 'gap' });
    expect(found[0]?.rates.sensitivity.difference).toBeCloseTo(-0.3, 12);
    expect(found[1]?.rates.sensitivity.verdict).toBe('cannot-tell');
    expect(found[1]?.equalisedOdds).toBeNull();
  });

  it('refuse a reference that is not there', () => {
    expect(() => fairnessDifferences(groups, 'z', { margin })).toThrow('unknown-group');
  });
});

describe('rates pooled over small groups', () => {
  it('draw small groups to the overall rate and leave large ones', () => {
    const pooled = poolRates([
      { x: 1, n: 1 },
      { x: 300, n: 1000 },
      { x: 420, n: 1000 },
      { x: 0, n: 0 },
    ]);
    if (!pooled.ok) throw new Error(pooled.reason);
    const [one, low, high, none] = pooled.groups;
    expect(one?.raw).toBe(1);
    expect(one?.pooled).toBeLessThan(0.6);
    expect(low?.pooled).toBeCloseTo(0.3, 2);
    expect(high?.pooled).toBeCloseTo(0.42, 2);
    expect(none?.raw).toBeNull();
    expect(none?.pooled).toBeCloseTo(pooled.overall, 10);
  });

  it('hold the true rates as often as they say, with less error than the raw ones', () => {
    const random = makeGenerator(9);
    let [held, all, rawError, pooledError] = [0, 0, 0, 0];
    for (let round = 0; round < 12; round += 1) {
      const truths = Array.from({ length: 12 }, () => 0.3 + 0.2 * (random() + random() - 1));
      const groups = truths.map((p) => {
        const n = 5 + Math.floor(random() * 40);
        return { n, x: Array.from({ length: n }, () => random()).filter((u) => u < p).length };
      });
      const pooled = poolRates(groups);
      if (!pooled.ok) continue;
      pooled.groups.forEach(({ raw, pooled: rate, interval }, g) => {
        const truth = truths[g] ?? NaN;
        all += 1;
        if (interval[0] <= truth && truth <= interval[1]) held += 1;
        rawError += ((raw ?? NaN) - truth) ** 2;
        pooledError += (rate - truth) ** 2;
      });
    }
    expect(held / all).toBeGreaterThan(0.88);
    expect(pooledError).toBeLessThan(0.6 * rawError);
  });

  it.each([
    [
      'one group',
      [
        { x: 1, n: 2 },
        { x: 0, n: 0 },
      ],
      'too-few-groups',
    ],
    [
      'none with the property',
      [
        { x: 0, n: 5 },
        { x: 0, n: 7 },
      ],
      'zero-variance',
    ],
  ])('%s: a reason', (_, groups, reason) => {
    expect(poolRates(groups)).toEqual({ ok: false, reason });
  });
});
