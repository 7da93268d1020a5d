import { describe, expect, it } from 'vitest';
import { difSample } from '#analysis/dif/dif-sample.ts';
import { gradedResponseDif } from '#analysis/dif/graded-response-dif.ts';
import { reportDif } from '#analysis/dif/report-dif.ts';
import reference from '#tests/fixtures/oracle/values/dif__sim_dif6.json' with { type: 'json' };
import { readCsv } from '../support/read-csv.ts';
import { tableOf } from '../support/table-of.ts';

const data = readCsv(new URL('../../fixtures/analysis/data/sim_dif6.csv', import.meta.url));
const items = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6'];
const selection = { items, group: 'group' };
const everyItem = new Set(items.keys());
const expected = reference.expect;

function found(columns: Record<string, number[]>, anchors: ReadonlySet<number> = everyItem) {
  const result = gradedResponseDif(difSample(tableOf(columns), selection), anchors);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

function tested(result: ReturnType<typeof found>, item: number) {
  const test = result.items[item];
  if (test?.ok !== true) throw new Error(test?.reason);
  return test;
}

describe('likelihood-ratio tests of graded response models', () => {
  const result = found(data);

  it('agree with mirt, all other items anchors', () => {
    const { chisq, df, p } = expected.mirt_lr_all_others_anchor;
    chisq.forEach((value, i) => {
      const test = tested(result, i);
      expect(test.degreesOfFreedom).toBe(df[i]);
      expect(Math.abs(test.chiSquare - value)).toBeLessThan(1e-3);
      expect(Math.abs(test.p - (p[i] ?? NaN))).toBeLessThan(1e-4);
    });
    const { mean, var: variance } = expected.mirt_focal_mean_var_under_invariance;
    expect(Math.abs(result.focalMean - mean)).toBeLessThan(1e-4);
    expect(Math.abs(result.focalVariance - variance)).toBeLessThan(1e-4);
  });

  it('find the item simulated to be harder for the focal group, and no other, with clean anchors', () => {
    const { gradedResponse } = reportDif(tableOf(data), selection);
    if (!gradedResponse || !('items' in gradedResponse)) throw new Error('not estimable');
    const flagged = gradedResponse.items
      .filter(({ test }) => test.ok && test.holmP < 0.05)
      .map(({ item }) => item);
    expect(gradedResponse.anchors).toEqual(['i1', 'i2', 'i4', 'i5', 'i6']);
    expect(flagged).toEqual(['i3']);
    const third = gradedResponse.items[2]?.test;
    if (third?.ok !== true) throw new Error('not estimable');
    expect(third.expectedScoreDifference).toBeLessThan(-0.2);
    expect(third.unsignedDifference).toBeGreaterThanOrEqual(-third.expectedScoreDifference);
    third.focal.thresholds.forEach((b, c) =>
      expect(b).toBeGreaterThan(third.reference.thresholds[c] ?? NaN),
    );
    const without = reportDif(tableOf(data), { ...selection, gradedResponse: false });
    expect(without.gradedResponse).toBeUndefined();
  });

  it('do not depend on which group is the reference', () => {
    const group = (data['group'] ?? []).map((level) => 1 - level);
    const turned = found({ ...data, group });
    // The grid of the trait lies differently in the turned metric.
    items.forEach((_, i) => {
      expect(tested(turned, i).chiSquare).toBeCloseTo(tested(result, i).chiSquare, 4);
    });
    expect(turned.focalVariance).toBeCloseTo(1 / result.focalVariance, 3);
    expect(turned.focalMean).toBeCloseTo(-result.focalMean / Math.sqrt(result.focalVariance), 3);
  });

  it('are 0 where both groups gave the same answers', () => {
    const twice = Object.fromEntries(
      items.map((name) => [name, [...(data[name] ?? []), ...(data[name] ?? [])]]),
    );
    const n = data['i1']?.length ?? 0;
    const group = Array.from({ length: 2 * n }, (_, row) => (row < n ? 0 : 1));
    const equal = found({ ...twice, group });
    expect(equal.focalMean).toBeCloseTo(0, 4);
    expect(equal.focalVariance).toBeCloseTo(1, 4);
    items.forEach((_, i) => expect(tested(equal, i).chiSquare).toBeLessThan(1e-6));
  });
});

describe('what they cannot say', () => {
  const group = data['group'] ?? [];
  const column = (name: string) => data[name] ?? [];

  it('of an item with a category that one group did not choose', () => {
    const i1 = column('i1').map((x, row) => (group[row] === 1 && x === 5 ? 4 : x));
    const { items: tests } = found({ ...data, i1 });
    expect(tests[0]).toEqual({ ok: false, reason: 'empty-category' });
    expect(tests[2]?.ok).toBe(true);
  });

  it('with fewer than two anchors', () => {
    const { items: tests } = found(data, new Set([0, 1]));
    expect(tests[0]).toEqual({ ok: false, reason: 'too-few-items' });
    expect(tests[2]?.ok).toBe(true);
  });

  it('of an item without variance, or one group', () => {
    const answer = (columns: Record<string, number[]>) =>
      gradedResponseDif(
        difSample(tableOf(columns), { ...selection, reference: '0', focal: '1' }),
        everyItem,
      );
    expect(answer({ ...data, i1: column('i1').map(() => 3) })).toEqual({
      ok: false,
      reason: 'zero-variance',
    });
    const lonely = Object.fromEntries(
      [...items, 'group'].map((name) => {
        const answers = column(name);
        return [
          name,
          answers.map((x, row) =>
            group[row] === 1 && row > group.indexOf(1) && name !== 'group' ? NaN : x,
          ),
        ];
      }),
    );
    expect(answer(lonely)).toEqual({ ok: false, reason: 'too-few-respondents' });
  });
});
