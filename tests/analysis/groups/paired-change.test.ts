import { describe, expect, it } from 'vitest';
import { ShapeError } from '#analysis/errors.ts';
import { meanInterval } from '#analysis/groups/mean-interval.ts';
import { pairedChange } from '#analysis/groups/paired-change.ts';
import { summariseScores } from '#analysis/groups/summarise-scores.ts';
import { readFileSync } from 'node:fs';
import reference from '#tests/fixtures/analysis/paired-change/cases.json' with { type: 'json' };
import { deviation } from '../support/deviation.ts';
import { valueOf } from '../support/value-of.ts';

const file = new URL('../../fixtures/analysis/data/prepost.csv', import.meta.url);
const rows = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1);
const number = (cell: string | undefined) => (cell ? Number(cell) : NaN);

describe.each(reference.cases)('arm $arm at level $level', (expected) => {
  const cells = rows.map((row) => row.split(','));
  const used = cells.filter(([, arm]) => expected.arm === 'all' || arm === expected.arm);
  const before = Float64Array.from(used, ([, , pre]) => number(pre));
  const after = Float64Array.from(used, ([, , , post]) => number(post));

  it('agrees with R', () => {
    const result = pairedChange(before, after, expected.level);
    expect(result.ok).toBe(true);
    if (!result.ok) return;
    expect(result.n).toBe(expected.n);
    expect(result.degreesOfFreedom).toBe(expected.degreesOfFreedom);
    const numbers: [number | null, number | undefined][] = [
      [result.meanBefore, expected.meanBefore],
      [result.meanAfter, expected.meanAfter],
      [result.sdBefore, expected.sdBefore],
      [result.sdAfter, expected.sdAfter],
      [result.meanChange, expected.meanChange],
      [result.sdChange, expected.sdChange],
      [result.interval[0], expected.interval[0]],
      [result.interval[1], expected.interval[1]],
      [result.t, expected.t],
      [result.standardisedResponseMean, expected.standardisedResponseMean],
      [valueOf(result.dAv), expected.dAv],
    ];
    for (const [value, e] of numbers) expect(deviation(value, e ?? null)).toBeLessThan(1e-12);
    expect(Math.abs(result.p / expected.p - 1)).toBeLessThan(1e-11);
  });

  it('turns round when before and after change places', () => {
    const [forth, back] = [pairedChange(before, after), pairedChange(after, before)];
    if (!forth.ok || !back.ok) throw new Error('not estimable');
    expect(deviation(back.t, -forth.t)).toBeLessThan(1e-14);
    expect(deviation(back.p, forth.p)).toBeLessThan(1e-14);
  });
});

describe('degenerate inputs', () => {
  it.each<[string, number[], number[], string]>([
    ['nobody', [], [], 'too-few-respondents'],
    ['one pair', [1], [2], 'too-few-respondents'],
    ['one complete pair', [1, NaN, 3], [2, 3, NaN], 'too-few-respondents'],
    ['the same change for all', [1, 2, 3], [2, 3, 4], 'zero-variance'],
    ['no change', [1, 2, 3], [1, 2, 3], 'zero-variance'],
  ])('%s', (_, before, after, reason) => {
    const result = pairedChange(Float64Array.from(before), Float64Array.from(after));
    expect(result).toEqual({ ok: false, reason });
  });

  it('unequal lengths are refused', () => {
    expect(() => pairedChange(new Float64Array(2), new Float64Array(3))).toThrow(ShapeError);
  });

  it('summaries of nobody, of one, of equal scores', () => {
    expect(summariseScores(Float64Array.of(NaN))).toBeNull();
    expect(summariseScores(Float64Array.of(3, NaN))).toMatchObject({
      n: 1,
      mean: 3,
      interval: null,
    });
    expect(summariseScores(Float64Array.of(0.1, 0.1, 0.1))).toEqual({
      n: 3,
      mean: 0.1,
      sd: { ok: true, value: 0 },
      interval: [0.1, 0.1],
    });
    expect(() => meanInterval({ n: 1, mean: 0, sd: 1 })).toThrow();
  });
});
