import { beforeAll, describe, expect, it } from 'vitest';
import { getMonitoringReader } from '#app/services/monitoring/monitoring-reader.server.ts';
import { getWatchedMetric } from '#app/services/monitoring/get-watched-metric.server.ts';
import { readPlans } from '#app/services/monitoring/internal.server.ts';
import { endOfPeriod, partPeriods, readingOfParts } from '#app/services/monitoring/part-periods.ts';
import { withActor } from '#app/database.server.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { buildWorker } from '../results/worker-thread.ts';
import { adopted, enter, month, newPlace, type MetricOf, type RecordOf } from './watched-place.ts';

const months = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ from: month(at), to: month(at + 1) }));
const half = { from: '2026-01-01', to: '2026-01-16' };

describe('a part of a period', () => {
  it('is shorter than the plan asks for, where others are not', () => {
    expect(partPeriods([...months(12), half], 'month')).toEqual([
      ...months(12).map(() => false),
      true,
    ]);
    expect(partPeriods([half, ...months(2)], 'month')).toEqual([true, false, false]);
    expect(partPeriods(months(2), 'quarter')).toEqual([false, false]);
    // A plan that asks for quarters after years of months leaves these as they are until quarters prevail.
    const quarter = { from: month(12), to: month(15) };
    expect(partPeriods([...months(12), quarter], 'quarter')).not.toContain(true);
    expect(partPeriods([{ from: '2026-01-05', to: '2026-01-12' }, half], 'week')).toEqual([
      false,
      false,
    ]);
  });

  it('February is a whole month', () => {
    expect(partPeriods([{ from: '2026-02-01', to: '2026-03-01' }, half], 'month')).toEqual([
      false,
      true,
    ]);
  });

  it('belongs to a whole one, which ends when the calendar says', () => {
    expect(endOfPeriod('2026-01-05', 'day')).toBe('2026-01-06');
    expect(endOfPeriod('2026-01-05', 'week')).toBe('2026-01-12');
    expect(endOfPeriod('2026-02-01', 'month')).toBe('2026-03-01');
    expect(endOfPeriod('2025-12-16', 'month')).toBe('2026-01-16');
    expect(endOfPeriod('2025-10-01', 'quarter')).toBe('2026-01-01');
    expect(endOfPeriod('2028-01-01', 'year')).toBe('2029-01-01');
  });

  it('is judged by charts that know how many cases there are, and left out by those that do not', () => {
    expect(readingOfParts('p-prime', 'proportion')).toBe('own-cases');
    expect(readingOfParts('cusum', 'rate')).toBe('own-cases');
    expect(readingOfParts('xmr', 'proportion')).toBe('left-out');
    expect(readingOfParts('c', 'count')).toBe('left-out');
    expect(readingOfParts('ewma', 'continuous')).toBe('left-out');
    expect(readingOfParts('g', 'time-between')).toBeNull();
  });
});

describeOnDatabases('a month that is sent before it is over', () => {
  let workspace: Workspace;
  let owner: Member;
  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
  });

  const pageOf = async (records: readonly RecordOf[], metric: MetricOf, language = 'en') => {
    const at = await newPlace(owner, workspace.siteIds[0] ?? '');
    await enter(at, records);
    await adopted(at, [metric]);
    const { current } = await withActor(owner, (tx) => readPlans(tx, at));
    const reader = await getMonitoringReader(
      new Request('http://attune.example/', { headers: { 'Accept-Language': language } }),
    );
    const { systemId, deploymentId } = at;
    const metricId = current?.metrics[0]?.id ?? '';
    return getWatchedMetric(owner, reader, { systemId, deploymentId, metricId });
  };

  // Falls in a month: about forty; in the first half of the last month half as many.
  const falls = [41, 38, 42, 40, 39, 43, 37, 41, 40, 42, 39, 40];
  const counted = (value: number, period: { from: string; to: string }): RecordOf => ({
    ...{ metric: 'falls', kind: 'value', value },
    ...{ periodFrom: period.from, periodTo: period.to },
  });
  const whole = falls.map((value, at) => counted(value, months(12)[at] ?? half));

  it('counts: it is shown hollow, gives no limit and is not what the metric says', async () => {
    const planned = { metric: 'falls', chart: 'xmr', direction: 'up' } as const;
    const before = await pageOf(whole, planned);
    const page = await pageOf([...whole, counted(18, half)], planned);
    const last = page.chart?.kind === 'control' ? page.chart.points.at(-1) : undefined;
    expect(last).toMatchObject({ value: 18, isHollow: true, state: 'usual', upper: null });
    expect(last?.label).toBe('Jan 1 – 15, 2026');
    expect(last?.note).toBe('part of a period: not judged');
    expect(page.chart?.notes?.join()).toContain('is shown hollow');
    expect(page.reading.sentence).toBe(before.reading.sentence);
    expect(page.reading.sentence).toContain('in Dec 2025');
    const limitsOf = (one: typeof page) =>
      one.chart?.kind === 'control' ? one.chart.points[0]?.upper : undefined;
    expect(limitsOf(page)).toBe(limitsOf(before));
    // The same number for a whole month is a signal.
    const short = await pageOf(
      [...whole, counted(18, { from: month(12), to: month(13) })],
      planned,
    );
    expect(short.reading.standing).toBe('concern');
  });

  const share = (numerator: number, denominator: number, period: { from: string; to: string }) => ({
    ...{ metric: 'override', kind: 'proportion' as const, numerator, denominator },
    ...{ periodFrom: period.from, periodTo: period.to },
  });
  const shares = months(12).map((period, at) => share(100 + ((at * 7) % 5), 1000, period));

  it('shares: it is judged by its own cases, with wider limits, and the day is said so', async () => {
    const planned = { metric: 'override', chart: 'p' } as const;
    const quiet = await pageOf([...shares, share(17, 120, half)], planned);
    const points = quiet.chart?.kind === 'control' ? quiet.chart.points : [];
    const [usual, last] = [points.at(-2), points.at(-1)];
    expect(last).toMatchObject({ isHollow: false, state: 'usual' });
    expect(last?.note).toContain('judged by its own cases');
    expect((last?.upper ?? 0) - (last?.lower ?? 0)).toBeGreaterThan(
      2 * ((usual?.upper ?? 0) - (usual?.lower ?? 0)),
    );
    expect(quiet.chart?.notes?.join()).toContain('is judged by its own cases');
    const loud = await pageOf([...shares, share(48, 120, half)], planned);
    expect(loud.reading.sentence).toBe(
      'Overrides: 40% from Jan 1, 2026 to Jan 15, 2026 (part of a period), a change beyond chance',
    );
    expect(quiet.reading.sentence).toContain('Jan 15, 2026 (part of a period), nothing beyond');
    const german = await pageOf([...shares, share(17, 120, half)], planned, 'de');
    expect(german.reading.sentence).toContain('bis 15. Jan. 2026, Teil eines Zeitraums)');
  });

  it('sums: what they say up to a part names the days of the part', async () => {
    const planned = { metric: 'override', chart: 'cusum' } as const;
    const { reading } = await pageOf([...shares, share(13, 120, half)], planned);
    expect(reading.sentence).toContain('Jan 15, 2026 (part of a period)');
  });

  it('says of a month in its own language when it was', async () => {
    const of = async (language: string) =>
      (await pageOf(shares, { metric: 'override', chart: 'p' }, language)).reading.sentence;
    expect(await of('en')).toContain('in Dec 2025');
    expect(await of('es')).toContain('en dic 2025');
    expect(await of('de')).toContain('(Dez. 2025)');
    expect(await of('ru')).toContain('(дек. 2025 г.)');
    expect(await of('ar')).toContain('في ديسمبر 2025');
  });
});
