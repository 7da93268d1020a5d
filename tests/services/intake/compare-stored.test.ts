import { describe, expect, it } from 'vitest';
import { meets, saysTheSame, seriesOf } from '#app/services/intake/compare-stored.ts';
import { rowOf } from '#app/services/intake/record-row.ts';
import { recordSchema } from '#app/services/intake/record-schema.ts';
import type { CurrentRecord } from '#db/queries/monitoring-record.server.ts';

/** A record of overrides in April; fields that are undefined are not there. */
function row(fields: Record<string, unknown>) {
  const whole = {
    ...{ metric: 'x', period: { start: '2026-04-01', end: '2026-05-01' } },
    ...{ kind: 'proportion', numerator: 1, denominator: 2 },
    ...fields,
  };
  const there = Object.entries<unknown>(whole).filter(([, value]) => value !== undefined);
  return rowOf(recordSchema.parse(Object.fromEntries(there)));
}
/** What the database gives back: fields of details in another order, no zero below zero. */
const stored = (fields: Record<string, unknown>): CurrentRecord => {
  const { detail, ...rest } = JSON.parse(JSON.stringify(row(fields))) as ReturnType<typeof row>;
  const turned = detail && Object.fromEntries(Object.entries(detail).toReversed());
  return { ...rest, detail: turned, id: 'x' };
};

describe('a record beside a stored one', () => {
  const scores = {
    ...{ kind: 'score-histogram', edges: [-0, 0.5, 1], positives: [1, 2], negatives: [3, 4] },
    ...{ numerator: undefined, denominator: undefined, sum_p: [0, 2.5] },
  };

  it('says the same whatever the order of its fields and the sign of a zero', () => {
    expect(saysTheSame(row({}), stored({}))).toBe(true);
    expect(saysTheSame(row(scores), stored(scores))).toBe(true);
    const value = { kind: 'value', numerator: undefined, denominator: undefined, value: -0 };
    expect(saysTheSame(row(value), stored({ ...value, value: 0 }))).toBe(true);
  });

  it('says something else if any number, label or kind differs', () => {
    const others = [
      ...[{ numerator: 0 }, { denominator: 3 }, { labels: { scored: 2 } }],
      ...[{ labels: { ascertainment: 'all' } }, { labels: { mature_on: '2026-06-01' } }],
      { kind: 'rate', numerator: undefined, denominator: undefined, events: 1, exposure: 2 },
    ];
    for (const other of others) expect(saysTheSame(row(other), stored({}))).toBe(false);
    for (const other of [{ negatives: [3, 5] }, { sum_p: [0, 2.4] }, { sum_p: undefined }]) {
      expect(saysTheSame(row({ ...scores, ...other }), stored(scores))).toBe(false);
    }
  });

  it('meets it where a day is in both periods', () => {
    const on = (start: string, end: string) => ({ period: { start, end } });
    const april = stored({});
    expect(meets(row(on('2026-04-30', '2026-05-02')), april)).toBe(true);
    expect(meets(row(on('2026-05-01', '2026-05-02')), april)).toBe(false);
    expect(meets(row(on('2026-03-01', '2026-04-01')), april)).toBe(false);
  });

  it('is looked up once for all records of its series, over all their days', () => {
    const group = { subgroup: { dimension: 'sex', level: 'f' } };
    const may = { period: { start: '2026-05-01', end: '2026-06-01' } };
    const rows = [row(group), row({ ...group, ...may }), row({ ...may, mode: 'silent' })];
    const asked = seriesOf(rows, new Set(rows.slice(1, 2)));
    expect(asked).toMatchObject([
      { level: 'f', mode: 'live', from: '2026-04-01', to: '2026-06-01' },
      { level: '', mode: 'live', from: '2026-05-01', to: '2026-06-01' },
      { level: '', mode: 'silent', from: '2026-05-01', to: '2026-06-01' },
    ]);
  });
});
