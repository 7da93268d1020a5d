import { describe, expect, it } from 'vitest';
import { evaluateSilent, silentDays } from '#app/services/monitoring/evaluate-silent.ts';
import { exitPlanSchema, rowOf } from '#app/services/monitoring/exit-plan-schema.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import type { ExitCriterion } from '#db/schema/exit-plan.ts';
import { parseWithZod } from '@conform-to/zod/v4';
import { aRecord } from './a-record.ts';
import { month } from './watched-place.ts';

const criterion = (own: Partial<ExitCriterion> = {}): ExitCriterion => ({
  ...{ metric: 'override', part: '', cohort: '', bound: 'at-most', limit: 0.2, fewest: 100 },
  ...own,
});

/** A share of a month, sent on the second day after it. */
const share = (later: number, x: number, n: number, own: Partial<WatchedRecord> = {}) =>
  aRecord({
    ...{ metric: 'override', mode: 'silent', numerator: x, denominator: n },
    ...{ from: month(later), to: month(later + 1) },
    ...{ sentAt: new Date(Date.parse(month(later + 1)) + 86_400_000), ...own },
  });
const found = (records: WatchedRecord[], own?: Partial<ExitCriterion>, on = '2027-01-01') =>
  evaluateSilent(records, [criterion(own)], on)[0];

describe('a criterion over silent records', () => {
  const quiet = [share(0, 20, 200), share(1, 22, 200)];

  it('adds up silent and shadow records of everybody, and no others', () => {
    const others = [
      share(0, 90, 100, { mode: 'live' }),
      share(0, 90, 100, { dimension: 'sex', level: 'female' }),
      share(0, 90, 100, { metric: 'flagged' }),
      share(0, 90, 100, { cohort: 'children' }),
    ];
    const one = found([...quiet, share(2, 3, 100, { mode: 'shadow' }), ...others])?.found;
    expect(one).toMatchObject({ n: 500, value: 45 / 500, state: 'met', reason: 'beyond-limit' });
    expect(one).toMatchObject({ from: month(0), to: month(3), data: 'proportion' });
  });

  it('counts a period of both modes once, as it was before anybody saw the output', () => {
    const shadow = [share(1, 23, 210, { mode: 'shadow' }), share(2, 3, 100, { mode: 'shadow' })];
    expect(found([...quiet, ...shadow])?.found).toMatchObject({ n: 500, value: 45 / 500 });
  });

  it.each([
    ['met', 0.2, null],
    ['not-met', 0.05, null],
    ['cannot-tell', 0.12, 1803],
  ] as const)('is %s against %d', (state, limit, needed) => {
    expect(found(quiet, { limit })?.found).toMatchObject({ state, needed });
  });

  it('says that nothing was sent, and which numbers have no single value', () => {
    expect(found([])?.found).toMatchObject({ state: 'cannot-tell', reason: 'nothing-sent' });
    const scores = aRecord({ metric: 'scores', kind: 'score-histogram', mode: 'silent' });
    const of = found([scores], { metric: 'calibration' })?.found;
    expect(of).toMatchObject({ reason: 'unsuited', value: null, n: null, needed: null });
  });

  it('has an interval of a mean where sums of squares were sent, and of a rate by its exposure', () => {
    const minutes = (own: Partial<WatchedRecord>) =>
      share(0, 620, 100, { metric: 'own-minutes', kind: 'mean', ...own });
    const own = { metric: 'own-minutes', limit: 8 };
    const squares = { detail: { sum_of_squares: 100 * 6.2 ** 2 + 99 * 4 } };
    const judged = found([minutes(squares)], own)?.found;
    expect(judged).toMatchObject({ state: 'met', value: 6.2, n: 100 });
    // t of 99 degrees of freedom, SD 2: scipy 1.17.1 `t.ppf(.975, 99)` = 1.984217.
    expect(judged?.interval?.[1]).toBeCloseTo(6.2 + 1.984217 * 0.2, 5);
    expect(found([minutes({})], own)?.found.reason).toBe('no-interval');
    const falls = share(0, 2, 5, { metric: 'own-falls', kind: 'rate' });
    const rate = found([falls], { metric: 'own-falls', limit: 3, fewest: 5 })?.found;
    expect(rate).toMatchObject({ state: 'met', value: 0.4, n: 5, data: 'rate' });
  });

  it('waits for outcomes that are not in yet', () => {
    const outcomes = (later: number, maturesOn: string) =>
      share(later, 0, 0, {
        ...{ metric: 'confusion', kind: 'confusion', numerator: null, denominator: null },
        ...{ detail: { threshold: 0.5, tp: 90, fn: 10, fp: 30, tn: 70 }, maturesOn },
      });
    const records = [outcomes(0, '2025-06-01'), outcomes(1, '2099-01-01')];
    const one = found(records, { metric: 'sensitivity', bound: 'at-least', limit: 0.5 });
    expect(one?.found).toMatchObject({ n: 100, value: 0.9, to: month(1) });
  });
});

describe('few cases', () => {
  it('have no number, and none follows from what is said of them', () => {
    const one = found([share(0, 2, 9)], { fewest: 1 })?.found;
    expect(one).toEqual({
      ...criterion({ fewest: 1 }),
      ...{ data: 'proportion', state: 'cannot-tell', reason: 'few-cases', value: null },
      ...{ interval: null, n: null, needed: 1, from: '', to: '' },
    });
  });

  it('are not told by looking before and after: totals move by none or ten', () => {
    const all = [
      share(0, 20, 200),
      share(1, 1, 4),
      share(2, 1, 5),
      share(3, 2, 6),
      share(4, 0, 40),
    ];
    const seen = all.map((_, place) => found(all.slice(0, place + 1))?.found.n ?? 0);
    expect(seen).toEqual([200, 200, 200, 215, 255]);
    expect(found(all.slice(0, 2))?.isBehind).toBe(true);
    expect(found(all)?.isBehind).toBe(false);
  });

  it('in use are not told beside the silent mode', () => {
    const live = share(3, 1, 9, { mode: 'live' });
    const comparison = found([share(0, 20, 200), live])?.comparison;
    expect(comparison).toMatchObject({ silent: { n: 200 }, live: null, difference: null });
  });
});

describe('criteria of one table of outcomes', () => {
  const rates = ['sensitivity', 'predictive-value', 'false-positive-rate'];
  const outcomes = (later: number, [tp, fp, fn, tn]: number[], own: Partial<WatchedRecord> = {}) =>
    share(later, 0, 0, {
      ...{ metric: 'confusion', kind: 'confusion', numerator: null, denominator: null },
      ...{ detail: { threshold: 0.5, tp, fp, fn, tn }, ...own },
    });
  const told = (records: WatchedRecord[], metrics = rates) => {
    const criteria = metrics.map((metric) => criterion({ metric, bound: 'at-least', fewest: 1 }));
    return evaluateSilent(records, criteria, '2027-01-01').map(({ found: own }) => own.n);
  };

  it('are hidden together where a side of the table is of few cases', () => {
    expect(told([outcomes(0, [40, 4, 5, 151])])).toEqual([45, 44, 155]);
    // Five were flagged: 45 with the condition and 155 without would tell how they fall.
    expect(told([outcomes(0, [3, 2, 42, 153])])).toEqual([45, null, null]);
    expect(told([outcomes(0, [3, 42, 2, 153])])).toEqual([null, null, 195]);
    expect(told([outcomes(0, [3, 2, 42, 153])], ['predictive-value'])).toEqual([null]);
  });

  it('are shown where the tables together are of many on each side', () => {
    const months = [0, 1, 2, 3].map((later) => outcomes(later, [3, 2, 42, 153]));
    expect(told(months)).toEqual([180, 20, 620]);
  });

  it('are hidden where they are a total less what a chart shows', () => {
    const many = [0, 1].map((later) => outcomes(later, [40, 40, 40, 80]));
    expect(told(many)).toEqual([160, 160, 240]);
    expect(told([...many, outcomes(2, [20, 2, 3, 175])])).toEqual([183, 182, 417]);
    // Six were not flagged: of the last month a chart shows sensitivity alone.
    expect(told([...many, outcomes(2, [18, 20, 2, 4])])).toEqual([180, null, null]);
  });

  it('say of a hidden one why, and nothing beside use', () => {
    const live = outcomes(3, [30, 20, 42, 153], { mode: 'live' });
    const [one] = evaluateSilent(
      [outcomes(0, [3, 42, 2, 153]), live],
      [criterion({ metric: 'predictive-value', bound: 'at-least', fewest: 1 })],
      '2027-01-01',
    );
    expect(one?.found).toMatchObject({ reason: 'few-cases', value: null, n: null, from: '' });
    expect(one?.comparison).toMatchObject({ silent: null, live: { n: 50 } });
  });
});

describe('use beside the silent mode', () => {
  it('is not there before there is use', () => {
    expect(found([share(0, 20, 200)])?.comparison).toBe(null);
  });

  it('differs where Newcombe’s interval leaves out no difference', () => {
    const silent = share(0, 48, 80);
    const live = (x: number) => share(1, x, 70, { mode: 'live' });
    const apart = found([silent, live(56)])?.comparison?.difference;
    expect(apart?.differs).toBe(true);
    expect(apart?.interval[0]).toBeCloseTo(0.0524, 4);
    expect(found([silent, live(45)])?.comparison?.difference?.differs).toBe(false);
  });
});

it('days are those that records of the criteria cover before use', () => {
  const records = [
    share(0, 1, 50),
    share(0, 1, 50, { mode: 'shadow' }),
    share(2, 1, 50),
    share(3, 1, 50, { mode: 'live' }),
    share(5, 1, 50, { metric: 'flagged' }),
  ];
  expect(silentDays(records, [criterion()])).toBe(31 + 31);
});

describe('the form of criteria', () => {
  const parse = (fields: Record<string, string>) => {
    const form = new FormData();
    const whole = { minimumDays: '90', reason: 'Last year’s review', revision: '0', ...fields };
    for (const [name, value] of Object.entries(whole)) form.append(name, value);
    return parseWithZod(form, { schema: exitPlanSchema });
  };
  const row = (place: number, own: Record<string, string>) =>
    Object.fromEntries(
      Object.entries({
        ...{ metric: 'override', otherMetric: '', part: '', cohort: '', bound: 'at-most' },
        ...{ limit: '12,5', fewest: '300', ...own },
      }).map(([name, value]) => [`criteria[${place}].${name}`, value]),
    );
  /** As the form begins: a metric of the plan, and nothing said of it. */
  const empty = { limit: '', fewest: '' };

  it('keeps percent as shares and rates as events of one, and gives them back as typed', () => {
    const own = { metric: 'other', otherMetric: 'own-minutes', limit: '7.5' };
    const result = parse({ ...row(0, {}), ...row(1, own), ...row(2, empty) });
    const kept = [
      criterion({ limit: 0.125, fewest: 300 }),
      criterion({ metric: 'own-minutes', limit: 7.5, fewest: 300 }),
    ];
    expect(result).toMatchObject({ status: 'success', value: { minimumDays: 90, criteria: kept } });
    expect(kept.map(rowOf).map(({ limit }) => limit)).toEqual(['12.5', '7.5']);
    expect(rowOf(criterion({ limit: 0.07 })).limit).toBe('7');
  });

  it.each([
    ['criteria[0].limit', 'limit-of-share', row(0, { limit: '100' })],
    ['criteria[0].limit', 'number-unreadable', row(0, { limit: 'many' })],
    ['criteria[0].fewest', 'number-missing', row(0, { fewest: '' })],
    ['criteria[0].fewest', 'number-out-of-range', row(0, { fewest: '0' })],
    ['criteria[0].metric', 'metric-without-interval', row(0, { metric: 'calibration' })],
    ['criteria[0].otherMetric', 'metric-missing', row(0, { metric: 'other' })],
    ['criteria[0].metric', 'metric-missing', row(0, empty)],
    ['criteria[1].metric', 'criterion-twice', { ...row(0, {}), ...row(1, {}) }],
    ['minimumDays', 'number-out-of-range', { ...row(0, {}), minimumDays: '0' }],
  ])('says at %s that %s', (field, message, fields) => {
    expect(parse(fields).reply().error?.[field]).toContain(message);
  });
});
