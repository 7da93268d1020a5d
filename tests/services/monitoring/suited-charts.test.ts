import { describe, expect, it } from 'vitest';
import { metricPacks } from '#app/services/monitoring/metrics.ts';
import { metricSchema } from '#app/services/monitoring/plan-schema.ts';
import { plannedCharts } from '#app/services/monitoring/plan-words.ts';
import { evaluated, months } from './sent-records.ts';

const sent = {
  proportion: { kind: 'proportion', numerator: 3, denominator: 40 },
  rate: { kind: 'rate', numerator: 5, denominator: 2.5 },
  count: { kind: 'rate', numerator: 5, denominator: 1 },
  // Minutes that were saved: more than cases, and now and then fewer than none.
  continuous: { kind: 'mean', numerator: -900, denominator: 40 },
  'time-between': { kind: 'mean', numerator: 80, denominator: 4 },
  histogram: {
    kind: 'score-histogram',
    detail: { edges: [0, 0.5, 1], positives: [5, 9], negatives: [30, 6] },
  },
} as const;

const form = {
  ...{ cohortWords: 'All adults', cadence: 'month', owner: 'Ana', tier: 'exploratory' },
  direction: 'neutral',
};

describe('a chart of a plan', () => {
  const metrics = metricPacks.flatMap((pack) => pack.metrics);
  const partOf = (parts: (typeof metrics)[number]['parts']) => ({ part: parts?.codes[0] ?? '' });

  it.each(plannedCharts)('%s is refused of a metric of a pack, or can be drawn', (chart) => {
    for (const { code, data, record, parts } of metrics) {
      const parsed = metricSchema.safeParse({ ...form, ...partOf(parts), metric: code, chart });
      const refused = parsed.error?.issues.map(({ path, message }) => [...path, message]);
      if (refused) {
        expect(refused).toEqual([['chart', 'chart-unsuited']]);
        continue;
      }
      const records = months(record ?? code, (place) => {
        const one = sent[data];
        return 'numerator' in one ? { ...one, numerator: one.numerator + (place % 3) } : one;
      });
      expect(evaluated(code, chart, records).chart, code).not.toMatchObject({ reason: 'unsuited' });
    }
  });

  it('usual ones are all allowed', () => {
    for (const { code, chart, parts } of metrics) {
      const plan = { ...form, ...partOf(parts), metric: code, chart };
      expect(metricSchema.safeParse(plan).success).toBe(true);
    }
  });

  it('of a sender’s own metric that does not suit what came is said, and nothing fails', () => {
    const minutes = months('minutes-saved', () => ({ numerator: 900, denominator: 40 }));
    for (const chart of ['p', 'p-prime'] as const) {
      expect(evaluated('minutes-saved', chart, minutes).chart).toMatchObject({
        reason: 'unsuited',
      });
    }
    const lost = months('minutes-saved', () => ({ numerator: -900, denominator: 40 }));
    for (const chart of ['c', 'g', 't'] as const) {
      expect(evaluated('minutes-saved', chart, lost).chart).toMatchObject({ reason: 'unsuited' });
    }
    const shares = months('override', () => sent.proportion);
    const alertRules = [{ rule: 'risk-adjusted', oddsRatio: 1, limit: 4.5 }];
    const byCase = evaluated('override', 'risk-adjusted-cusum', shares, {
      planned: { alertRules },
    });
    expect(byCase.chart).toMatchObject({ reason: 'unsuited' });
  });
});
