import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { describeSystem } from '#app/services/register/describe-system.server.ts';
import { downtimeVerdict } from '#app/services/register/downtime.ts';
import { getDeployment } from '#app/services/register/get-deployment.server.ts';
import type { Member } from '#db/actor.server.ts';
import { monitoringBatches } from '#db/schema/monitoring-batch.ts';
import { monitoringRecords } from '#db/schema/monitoring-record.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { newSystem } from './new-system.ts';

/** Every way in which outages may fill these minutes, up to three of them. */
function* waysToBeDown(total: number): Generator<number[]> {
  for (let first = 0; first <= total; first += 1) {
    for (let second = 0; first + second <= total; second += 1) {
      yield [first, second, total - first - second];
    }
  }
}

describe('whether the declared maximum was kept', () => {
  it.each([0, 1, 4, 5, 6, 11])('is said of %i minutes only if no other is possible', (total) => {
    const longest = [...waysToBeDown(total)].map((outages) => Math.max(...outages));
    const isSure = longest.every((minutes) => minutes <= 5);
    const verdict = downtimeVerdict({ downMinutes: total, longestMinutes: null }, 5);
    expect(verdict).toBe(isSure ? 'kept' : 'cannot-tell');
  });

  it.each([
    ['kept', 600, 30],
    ['kept', null, 60],
    ['exceeded', 600, 61],
    ['exceeded', null, 61],
    ['kept', 0, 0],
    ['cannot-tell', 600, 0],
    ['cannot-tell', null, null],
  ] as const)('is %s with %s minutes down, the longest outage %s', (verdict, down, longest) => {
    expect(downtimeVerdict({ downMinutes: down, longestMinutes: longest }, 60)).toBe(verdict);
  });
});

describeOnDatabases('downtime of a deployment', () => {
  let workspace: Workspace;
  let owner: Member;
  let ids: { systemId: string; deploymentId: string };
  let send: (rows: Partial<typeof monitoringRecords.$inferInsert>[]) => Promise<void>;
  const month = (number: number) => `2026-0${number}-01`;

  beforeAll(async () => {
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
    const { first, second, ...place } = await newSystem(owner, workspace.siteIds[0] ?? '');
    ids = place;
    const { organisationId } = owner;
    const batchId = randomUUID();
    const db = getDatabase();
    await db.insert(monitoringBatches).values({
      ...{ organisationId, id: batchId, deploymentId: ids.deploymentId, source: 'api' as const },
      ...{ idempotencyKey: batchId, contentHash: batchId, state: 'stored', userId: owner.userId },
      ...{ modelVersion: '1.0', accepted: 1, unchanged: 0, superseded: 0, warnings: [] },
    });
    const record = { organisationId, ...ids, batchId, versionId: first, mode: 'live' as const };
    send = async (rows) => {
      await db.insert(monitoringRecords).values(
        rows.map((row) => ({
          ...{ ...record, metric: 'uptime', kind: 'proportion' as const },
          ...{ periodFrom: month(3), periodTo: month(4), ...row },
        })),
      );
    };
    const outage = { metric: 'longest-outage', kind: 'value' as const };
    await send([
      { numerator: 43_100, denominator: 43_140 },
      { numerator: 43_000, denominator: 43_200, periodFrom: month(4), periodTo: month(5) },
      { numerator: 43_000, denominator: 43_200, periodFrom: month(5), periodTo: month(6) },
      { ...outage, value: 70, periodFrom: month(5), periodTo: month(6) },
      { ...outage, value: 45, versionId: second, periodFrom: month(5), periodTo: month(6) },
      { metric: 'fallback-use', numerator: 2, denominator: 9 },
      {
        ...{ metric: 'fallback-use', numerator: 5, denominator: 20 },
        ...{ periodFrom: month(4), periodTo: month(5) },
      },
    ]);
  });

  const describeFallback = async (values: object, visibility: 'members' | 'board') => {
    const { frame } = await getDeployment(owner, ids);
    await describeSystem(owner, {
      ...{ systemId: ids.systemId, revision: frame.revision },
      change: { of: 'fallback', values, visibility },
    });
  };

  it('claims nothing before a maximum is declared', async () => {
    const { downtime } = await getDeployment(owner, ids);
    expect(downtime.maximumHours).toBeNull();
    expect(downtime.periods.map(({ verdict }) => verdict)).toEqual([null, null, null]);
  });

  it('is judged by what was sent, the newest period first', async () => {
    await describeFallback({ maximumDowntimeHours: 1, lastDrill: '2026-02-01' }, 'members');
    const { downtime } = await getDeployment(owner, ids);
    expect(downtime).toMatchObject({ maximumHours: 1, lastDrill: '2026-02-01' });
    expect(
      downtime.periods.map(({ verdict, downMinutes, longestMinutes }) => [
        ...[verdict, downMinutes, longestMinutes],
      ]),
    ).toEqual([
      ['exceeded', 200, 70],
      ['cannot-tell', 200, null],
      ['kept', 40, null],
    ]);
    expect(downtime.periods[2]?.fallback?.isFew).toBe(true);
    expect(downtime.periods[1]?.fallback).toEqual({ value: 0.25, isFew: false });
  });

  it('is not told against a maximum that the reader may not see', async () => {
    await describeFallback({ maximumDowntimeHours: 1, lastDrill: '2026-02-01' }, 'board');
    const reader = await createMember(workspace, 'researcher');
    const { downtime } = await getDeployment(reader, ids);
    expect(downtime).toMatchObject({ maximumHours: null, lastDrill: null, isWithheld: true });
    expect(downtime.periods[0]).toMatchObject({ verdict: null, downMinutes: 200 });
  });
});
