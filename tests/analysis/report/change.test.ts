import { describe, expect, it } from 'vitest';
import type { ReadinessInput } from '#analysis/report/readiness-input.ts';
import { runReadinessReport } from '#analysis/run-readiness-report.ts';
import { makeStudy } from '../support/make-study.ts';

/** The first `linked` people of either wave are the same. */
function twoWaves(before: number, after: number, linked: number, change?: (c: Int16Array) => void) {
  const input = makeStudy({ n: before + after, seed: 7 });
  change?.(input.codes);
  const index = new Int16Array(before + after).map((_, row) => (row < before ? 0 : 1));
  const pairs = {
    dimension: 'wave',
    before: Int32Array.from({ length: linked }, (_, pair) => pair),
    after: Int32Array.from({ length: linked }, (_, pair) => before + pair),
  };
  const dimensions = [{ id: 'wave', levels: ['spring', 'autumn'], index }];
  return { ...input, dimensions, pairs };
}

function changeOf(input: ReadinessInput) {
  const report = runReadinessReport(input);
  return report.ok ? report.changes?.[0]?.change : undefined;
}

describe('paired change in the report', () => {
  it('everybody answered both waves', () => {
    expect(changeOf(twoWaves(40, 40, 40))).toMatchObject({ shown: true, n: 40, heldBack: 0 });
  });

  it.each([
    [40, 40, 30, 30, 0],
    [40, 52, 37, 30, 7],
    [40, 40, 38, 30, 8],
    [40, 37, 37, 27, 10],
  ])(
    '%d and %d answered, %d linked: %d shown, %d held back',
    (before, after, linked, n, heldBack) => {
      const change = changeOf(twoWaves(before, after, linked));
      expect(change).toMatchObject({ shown: true, n, heldBack });
      for (const wave of [before, after]) expect(wave - n === 0 || wave - n >= 10).toBe(true);
    },
  );

  it('says the change it is computed from', () => {
    const change = changeOf(twoWaves(40, 40, 40));
    if (change?.shown !== true) throw new Error('withheld');
    expect(change.meanChange).toBeCloseTo(change.meanAfter - change.meanBefore, 12);
    expect(change.t).toBeCloseTo((change.meanChange / change.sdChange) * Math.sqrt(40), 12);
    expect((change.interval[0] + change.interval[1]) / 2).toBeCloseTo(change.meanChange, 12);
  });

  it.each<[string, ReadinessInput, string]>([
    ['too few linked', twoWaves(40, 40, 9), 'below-minimum'],
    ['too few left after holding back', twoWaves(18, 18, 16), 'complementary'],
    [
      'nobody changed',
      twoWaves(40, 40, 40, (codes) => codes.copyWithin(40 * 6, 0, 40 * 6)),
      'same-answer',
    ],
    ['no pairs', twoWaves(40, 40, 0), 'below-minimum'],
  ])('%s', (_, input, reason) => {
    expect(changeOf(input)).toEqual({ shown: false, reason });
  });

  it('without pairs there is no change to speak of', () => {
    const { pairs, ...input } = twoWaves(40, 40, 40);
    expect(pairs.before).toHaveLength(40);
    const report = runReadinessReport(input);
    expect(report.ok && report.changes).toBeNull();
  });

  it.each<[string, Partial<NonNullable<ReadinessInput['pairs']>>, string]>([
    ['lengths differ', { after: new Int32Array(3) }, 'pairs'],
    ['no such dimension', { dimension: 'site' }, 'pair-dimension'],
    ['no such row', { before: new Int32Array(40).fill(99) }, 'pair-row'],
    ['a row twice', { before: new Int32Array(40) }, 'pair-row'],
    ['within one wave', { after: Int32Array.of(1), before: Int32Array.of(2) }, 'pair-waves'],
  ])('%s: refused', (_, change, code) => {
    const input = twoWaves(40, 40, 40);
    expect(() => runReadinessReport({ ...input, pairs: { ...input.pairs, ...change } })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
