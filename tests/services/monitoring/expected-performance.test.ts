import { describe, expect, it } from 'vitest';
import { expectedPerformance } from '#app/services/monitoring/expected-performance.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { aRecord } from './a-record.ts';

const month = (later: number) => new Date(Date.UTC(2025, later, 1)).toISOString().slice(0, 10);
const today = '2026-11-15';
const edges = [0, 0.2, 0.4, 0.6, 0.8, 1];
const risks = [0.1, 0.3, 0.5, 0.7, 0.9];
const counts = [200, 100, 60, 40, 20];

/** A month with 126 events of 420, times a factor. */
function known(later: number, own: Partial<WatchedRecord> = {}, factor = 1): WatchedRecord {
  const positives = counts.map((n, bin) => Math.round(n * (risks[bin] ?? 0) * factor));
  return aRecord({
    ...{ metric: 'scores', kind: 'score-histogram', from: month(later), to: month(later + 1) },
    detail: {
      ...{ edges, positives, negatives: counts.map((n, bin) => n - (positives[bin] ?? 0)) },
      ...{ unlabelled: counts.map(() => 0), sum_p: counts.map((n, bin) => n * (risks[bin] ?? 0)) },
    },
    ...{ maturesOn: month(later + 1), ...own },
  });
}
/** A month whose outcomes come later. */
const waiting = (later: number, own: Partial<WatchedRecord> = {}) => {
  const none = counts.map(() => 0);
  const detail = { edges, positives: none, negatives: none, unlabelled: counts, sum_p: none };
  return known(later, { maturesOn: '2099-01-01', detail, ...own });
};
const table = aRecord({ metric: 'confusion', kind: 'confusion', detail: { threshold: 0.4 } });
const estimated = (records: WatchedRecord[]) => expectedPerformance(records, [table], today);
const two = { version: '2.0' };

describe('calibration of one version', () => {
  const old = [10, 11, 12].map((later) => known(later));

  it('does not vouch for another', () => {
    expect(estimated([...old, waiting(13)]).ok).toBe(true);
    const found = estimated([...old, waiting(13, two)]);
    expect(found).toEqual({ ok: false, reason: 'other-version' });
  });

  it('neither where both ran in the period that waits', () => {
    const found = estimated([...old, waiting(13), waiting(13, two)]);
    expect(found).toEqual({ ok: false, reason: 'other-version' });
  });

  it('says of a period of its own what is expected, and of one of another nothing', () => {
    const found = estimated([...old, waiting(13), waiting(14, two)]);
    const periods = found.ok ? found.periods.slice(-2) : [];
    expect(periods).toMatchObject([
      { isEstimate: true, isUntold: false },
      { isEstimate: true, isUntold: true, sensitivity: null, positivePredictiveValue: null },
    ]);
    expect(periods[0]?.sensitivity?.value).toBeCloseTo(76 / 126, 10);
  });

  it('is asked for of each, as far as its own outcomes are in', () => {
    const few = { detail: { ...known(12).detail, positives: [0, 0, 0, 0, 3] } };
    const tooFew = estimated([...old, known(12, { ...two, ...few }), waiting(13, two)]);
    expect(tooFew).toEqual({ ok: false, reason: 'too-few-outcomes' });
    // What was wrong with another version says nothing of this one.
    const wrong = [8, 9].map((later) => known(later, { version: '0.9' }, 0.5));
    expect(estimated([...wrong, ...old, waiting(13)]).ok).toBe(true);
    const turned = [10, 11, 12].map((later) => known(later, two, 0.5));
    const mixed = estimated([...old, ...turned, waiting(13, two)]);
    expect(mixed).toEqual({ ok: false, reason: 'not-calibrated' });
  });
});

it.each(['sample', 'flagged-only'] as const)(
  'a period whose outcomes were looked for in a %s is not measured of everybody',
  (ascertainment) => {
    const before = known(-4, { ascertainment });
    const found = estimated([before, ...[10, 11, 12].map((later) => known(later)), waiting(13)]);
    const [first, second] = found.ok ? found.periods : [];
    expect(first).toMatchObject({
      ...{ from: month(-4), isEstimate: false, isUntold: true },
      ...{ sensitivity: null, positivePredictiveValue: null },
    });
    expect(second?.sensitivity?.value).toBeCloseTo(76 / 126, 10);
  },
);
