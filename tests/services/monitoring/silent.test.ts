import { beforeAll, describe, expect, it } from 'vitest';
import { evaluateSilent, silentDays } from '#app/services/monitoring/evaluate-silent.ts';
import { exitPlanSchema, rowOf } from '#app/services/monitoring/exit-plan-schema.ts';
import { getSilent } from '#app/services/monitoring/get-silent.server.ts';
import { writeExitPlan } from '#app/services/monitoring/write-exit-plan.server.ts';
import { decideStage } from '#app/services/register/decide-stage.server.ts';
import { getDecision } from '#app/services/register/get-decision.server.ts';
import { getDeployment } from '#app/services/register/get-deployment.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import type { ExitCriterion } from '#db/schema/exit-plan.ts';
import { parseWithZod } from '@conform-to/zod/v4';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { aRecord } from './a-record.ts';
import { plainYes } from '../register/new-system.ts';
import { enter, month, newPlace, type Place, type RecordOf } from './watched-place.ts';

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

describeOnDatabases('the silent mode of a place', () => {
  let owner: Member;
  let place: Place;
  let north = '';
  const silent = (later: number, own: Partial<RecordOf> = {}) => ({
    ...{ metric: 'override', kind: 'proportion' as const, mode: 'silent' as const },
    ...{ numerator: 20, denominator: 200 },
    ...{ periodFrom: month(later), periodTo: month(later + 1), ...own },
  });
  const plan = { minimumDays: 50, reason: 'Last year’s review', criteria: [criterion()] };

  beforeAll(async () => {
    const workspace = await createWorkspace();
    [north = ''] = workspace.siteIds;
    owner = await createMember(workspace, 'model-owner');
    place = await newPlace(owner, north);
  });
  const idsOf = ({ systemId, deploymentId }: Place) => ({ systemId, deploymentId });

  it('has criteria from before its records, and later ones that say so', async () => {
    const ids = idsOf(place);
    expect(await getSilent(owner, ids)).toMatchObject({ plan: null, findings: [], days: 0 });
    await writeExitPlan(owner, { ...ids, ...plan, revision: 0 });
    await enter(place, [silent(0), silent(1)]);
    const first = await getSilent(owner, ids);
    expect(first.plan).toMatchObject({ number: 1, writtenOn: today(), before: { records: 0 } });
    expect(first).toMatchObject({ days: 59, findings: [{ found: { state: 'met', n: 400 } }] });
    const stricter = { ...plan, reason: 'Stricter', criteria: [criterion({ limit: 0.05 })] };
    await writeExitPlan(owner, { ...ids, ...stricter, revision: 1 });
    const second = await getSilent(owner, ids);
    expect(second.plan).toMatchObject({
      ...{ number: 2, reason: 'Stricter' },
      before: { records: 2, from: month(0), to: month(2) },
    });
    expect(second.findings).toMatchObject([{ found: { state: 'not-met' } }]);
    expect(second.earlier).toMatchObject([{ number: 1, criteria: [{ limit: 0.2 }] }]);
  });

  it('of two who write criteria at once one is told', async () => {
    const results = await Promise.allSettled(
      [1, 2].map(() => writeExitPlan(owner, { ...idsOf(place), ...plan, revision: 2 })),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toMatchObject([{ reason: { reason: 'edited-meanwhile' } }]);
  });

  it('is not for who may only read', async () => {
    const lay = { ...owner, role: 'lay-member' as const };
    const write = writeExitPlan(lay, { ...idsOf(place), ...plan, revision: 3 });
    await expect(write).rejects.toMatchObject({ code: 'forbidden' });
    expect((await getSilent(lay, idsOf(place))).mayManage).toBe(false);
  });

  it('is not left without criteria that are met over enough days, unless the decision says why', async () => {
    const own = await newPlace(owner, north);
    const ids = idsOf(own);
    const decision = { ...plainYes, reason: 'x', decidedBy: 'The board', decidedOn: '2026-04-01' };
    const on = { ...ids, ...decision, stage: 'pilot' as const };
    const isOpen = async () => (await getDecision(owner, ids)).isSilentOpen;
    const refuse = (revision: number, stage: 'pilot' | 'restricted' = 'pilot') =>
      expect(decideStage(owner, { ...on, stage, revision })).rejects.toMatchObject({
        reason: 'criteria-open',
      });
    expect(await isOpen()).toBe(false);
    await decideStage(owner, { ...on, stage: 'silent', revision: 1 });
    await refuse(2);
    expect(await isOpen()).toBe(true);
    await writeExitPlan(owner, { ...ids, ...plan, revision: 0 });
    await refuse(2);
    await enter(own, [silent(0)]);
    await refuse(2); // Met, but of too few days.
    await enter(own, [silent(1)]);
    const strict = { ...plan, reason: 'Stricter', criteria: [criterion({ limit: 0.05 })] };
    await writeExitPlan(owner, { ...ids, ...strict, revision: 1 });
    await refuse(2, 'restricted');
    // To stop is free, and leads past nothing; to say why does.
    await decideStage(owner, { ...on, stage: 'suspended', revision: 2 });
    await refuse(3);
    await decideStage(owner, { ...on, despite: 'Known from the other ward', revision: 3 });
    const { events } = await getDeployment(owner, ids);
    expect(events[0]).toMatchObject({
      ...{ stage: 'pilot', despite: 'Known from the other ward', silentState: { plan: 2 } },
    });
    expect(await isOpen()).toBe(false);
  });

  it('is kept by a decision out of it as it was found then', async () => {
    const ids = idsOf(place);
    const decision = { ...plainYes, reason: 'x', decidedBy: 'The board', decidedOn: '2026-04-01' };
    await decideStage(owner, { ...ids, ...decision, stage: 'silent', revision: 1 });
    const { events: before } = await getDeployment(owner, ids);
    expect(before[0]?.silentState).toBe(null);
    const shown = await getDecision(owner, ids);
    expect(shown).toMatchObject({ isSilent: true, silent: { plan: 3, days: 59 } });
    await decideStage(owner, { ...ids, ...decision, stage: 'live', revision: 2 });
    await enter(place, [silent(2, { numerator: 199 })]);
    expect((await getSilent(owner, ids)).findings).toMatchObject([{ found: { n: 600 } }]);
    const { events } = await getDeployment(owner, ids);
    expect(events[0]?.silentState).toEqual(shown.silent);
    expect(events[0]?.silentState?.criteria).toMatchObject([{ n: 400, state: 'met' }]);
    // What comes after is no decision out of the silent mode.
    await decideStage(owner, { ...ids, ...decision, stage: 'restricted', revision: 3 });
    expect((await getDeployment(owner, ids)).events[0]?.silentState).toBe(null);
  });
});
