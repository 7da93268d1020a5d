import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { confirmUpload } from '#app/services/intake/confirm-upload.server.ts';
import { getBatch } from '#app/services/intake/get-batch.server.ts';
import { getBatches } from '#app/services/intake/get-batches.server.ts';
import { getWithdrawal } from '#app/services/intake/get-withdrawal.server.ts';
import { uploadRecords } from '#app/services/intake/upload-records.server.ts';
import { withdrawBatch } from '#app/services/intake/withdraw-batch.server.ts';
import { readEvaluations } from '#app/services/monitoring/read-evaluations.server.ts';
import { evaluateDeployment } from '#app/services/monitoring/evaluate-deployment.server.ts';
import { today } from '#app/today.ts';
import { action as withdraw } from '#app/routes/api.v1.monitoring.batches_.$batchId_.withdrawal/route.ts';
import type { Member } from '#db/actor.server.ts';
import { queryRows } from '#db/database.ts';
import { listWatchedRecords } from '#db/queries/watched-record.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMachine, overrides, type Machine } from '#tests/support/machine.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { adopted } from '#tests/services/monitoring/watched-place.ts';
import { newSystem } from '#tests/services/register/new-system.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';

const month = (from: number) => ({ start: `2026-0${from}-01`, end: `2026-0${from + 1}-01` });
const april = (numerator: number, more: Record<string, unknown> = {}) =>
  overrides({ numerator, period: month(4), ...more });
const women = { subgroup: { dimension: 'sex', level: 'f' } };

describeOnDatabases('a batch that is taken back', () => {
  let workspace: Workspace;
  let owner: Member;
  let place: { systemId: string; deploymentId: string };
  let machine: Machine;
  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['North', 'South']);
    owner = await createMember(workspace, 'model-owner');
  });
  beforeEach(async () => {
    place = await newSystem(owner, workspace.siteIds[0] ?? '');
    machine = await createMachine(owner, place);
  });

  const bodyOf = (records: unknown[]) => ({
    ...{ deployment: machine.deployment, model_version: '1.0', records },
  });
  async function send(records: unknown[], key?: string) {
    const reply = await machine.send(bodyOf(records), key === undefined ? {} : { key });
    const body = (await reply.json()) as { batch_id: string; state: string };
    return { status: reply.status, body, ids: { ...place, batchId: body.batch_id } };
  }
  const stored = async (records: unknown[]) => {
    const { status, ids } = await send(records);
    expect(status).toBe(201);
    return ids;
  };
  const standing = async () =>
    (
      await queryRows<{ said: string }>(
        getDatabase(),
        sql`select concat_ws(' ', period_from, nullif(level, ''), numerator) as said
            from monitoring_records
            where deployment_id = ${place.deploymentId} and superseded_by is null
            order by period_from, level, numerator`,
      )
    ).map(({ said }) => said);
  const back = (ids: { batchId: string }, reason = 'Counted twice') =>
    withdrawBatch(owner, { ...place, ...ids, reason });
  const byMachine = (token: string, batchId: string, body: unknown = { reason: 'Wrong month' }) =>
    withdraw({
      request: new Request(
        `http://localhost:3000/api/v1/monitoring/batches/${batchId}/withdrawal`,
        {
          method: 'POST',
          headers: { Authorization: `Bearer ${token}` },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        },
      ),
      params: { batchId },
      context: {},
    });

  it('says beforehand what will be gone and what will stand again, and then does that', async () => {
    await stored([april(10), overrides({ numerator: 20, period: month(5) })]);
    const wrong = await stored([april(11), overrides({ numerator: 31, period: month(6) })]);
    const { withdrawn, restored, replacedBefore, changes } = await getWithdrawal(owner, wrong);
    expect({ withdrawn, restored, replacedBefore }).toEqual({
      ...{ withdrawn: 2, restored: 1, replacedBefore: 0 },
    });
    expect(changes).toMatchObject([
      { record: { numerator: 11 }, restored: { numerator: 10 } },
      { record: { numerator: 31 }, restored: null },
    ]);
    expect(await standing()).toEqual(['2026-04-01 11', '2026-05-01 20', '2026-06-01 31']);
    await back(wrong);
    expect(await standing()).toEqual(['2026-04-01 10', '2026-05-01 20']);
    const { batch, records } = await getBatch(owner, { ...wrong, page: 1 });
    expect(batch).toMatchObject({
      ...{ told: 'withdrawn', state: 'stored' },
      withdrawal: { by: 'model-owner', reason: 'Counted twice', withdrawn: 2, restored: 1 },
    });
    expect(records).toHaveLength(2);
    const { batches } = await getBatches(owner, { ...place, page: 1 });
    expect(batches.map(({ told }) => told)).toEqual(['withdrawn', 'stored']);
    const audited = await queryRows<{ detail: object }>(
      getDatabase(),
      sql`select detail from audit_entries where subject_id = ${place.systemId}
          and action = 'deployment.batch-withdrawn'`,
    );
    expect(audited).toMatchObject([
      { detail: { reason: 'Counted twice', withdrawn: 2, restored: 1 } },
    ]);
  });

  it('leaves what a later one replaced, and is passed over when that one goes in turn', async () => {
    const first = await stored([april(1)]);
    const second = await stored([april(2)]);
    const third = await stored([april(3)]);
    expect(await getWithdrawal(owner, second)).toMatchObject({ withdrawn: 0, replacedBefore: 1 });
    await back(second);
    expect(await standing()).toEqual(['2026-04-01 3']);
    await back(third);
    expect(await standing()).toEqual(['2026-04-01 1']);
    // What stands again belongs to the first, and is listed there, once.
    const { records, total } = await getBatch(owner, { ...first, page: 1 });
    expect([total, records.map(({ numerator }) => numerator)]).toEqual([1, [1]]);
    expect(records[0]?.restores).not.toBeNull();
    await back(first);
    expect(await standing()).toEqual([]);
  });

  it('may be one whose numbers stand again only since another was taken back', async () => {
    const first = await stored([april(1)]);
    const second = await stored([april(2)]);
    await back(second);
    const third = await stored([april(3)]);
    await back(third);
    expect(await standing()).toEqual(['2026-04-01 1']);
    await back(first);
    expect(await standing()).toEqual([]);
    await stored([overrides({ numerator: 4, period: { start: '2026-04-01', end: '2026-04-15' } })]);
  });

  it('leaves numbers that a later one confirmed, as numbers of that one', async () => {
    await stored([april(9)]);
    const older = await stored([april(10), overrides({ numerator: 20, period: month(5) })]);
    const newer = await stored([april(10), overrides({ numerator: 7, period: month(6) })]);
    const newest = await stored([april(10)]);
    expect((await getBatch(owner, { ...newer, page: 1 })).total).toBe(1);
    expect(await getWithdrawal(owner, newer)).toMatchObject({ withdrawn: 1, replacedBefore: 0 });
    const counts = { withdrawn: 2, restored: 1, replacedBefore: 0 };
    expect(await getWithdrawal(owner, older)).toMatchObject({
      ...counts,
      changes: [
        { record: { numerator: 10 }, restored: { numerator: 10 } },
        { record: { numerator: 20 }, restored: null },
      ],
    });
    await back(older);
    expect(await standing()).toEqual(['2026-04-01 10', '2026-06-01 7']);
    const { records, total } = await getBatch(owner, { ...newest, page: 1 });
    expect([total, records.map(({ numerator }) => numerator)]).toEqual([1, [10]]);
    await back(newest);
    expect(await standing()).toEqual(['2026-04-01 10', '2026-06-01 7']);
    expect((await getBatch(owner, { ...newer, page: 1 })).total).toBe(2);
    await back(newer);
    expect(await standing()).toEqual(['2026-04-01 9']);
  });

  it('is passed over for what confirmed it, when what replaced both is taken back', async () => {
    const first = await stored([april(1)]);
    await stored([april(1)]);
    const third = await stored([april(3)]);
    await back(first);
    expect(await standing()).toEqual(['2026-04-01 3']);
    await back(third);
    expect(await standing()).toEqual(['2026-04-01 1']);
  });

  it('that confirmed numbers is no restatement, and no state of theirs to look back at', async () => {
    await stored([april(1)]);
    await stored([april(1)]);
    const seen = await withActor(owner, (tx) =>
      listWatchedRecords(tx, {
        ...{ organisationId: owner.organisationId, deploymentId: place.deploymentId },
        isWithReplaced: true,
      }),
    );
    expect(seen).toMatchObject([{ numerator: 1, isRestated: false, replacedAt: null }]);
  });

  it('is refused where groups of a later one would have more than everybody', async () => {
    await stored([april(10, { denominator: 100 })]);
    const more = await stored([april(10, { denominator: 400 })]);
    const groups = await stored([april(9, { denominator: 300, ...women })]);
    await expect(back(more)).rejects.toMatchObject({ reason: 'withdrawal-above-overall' });
    expect(await standing()).toEqual(['2026-04-01 10', '2026-04-01 f 9']);
    await back(groups);
    await back(more);
    expect(await standing()).toEqual(['2026-04-01 10']);
  });

  it('is refused where parts of a later one would not fit what stands again', async () => {
    const part = (code: string, numerator: number, denominator: number) => ({
      ...{ metric: 'disagreement-ruling', kind: 'proportion', period: month(4) },
      ...{ part: code, numerator, denominator },
    });
    await stored([part('ai-right', 20, 40), part('person-right', 15, 40)]);
    const more = await stored([part('ai-right', 20, 60), part('person-right', 15, 60)]);
    const later = await stored([part('person-right', 30, 60)]);
    const refusal = { reason: 'withdrawal-parts-differ', values: { count: 1 } };
    await expect(back(more)).rejects.toMatchObject(refusal);
    const reply = await byMachine(machine.token, more.batchId);
    expect([reply.status, await reply.json()]).toMatchObject([
      409,
      { code: 'withdrawal-parts-differ' },
    ]);
    expect(await standing()).toEqual(['2026-04-01 20', '2026-04-01 30']);
    await back(later);
    await back(more);
    expect((await standing()).toSorted()).toEqual(['2026-04-01 15', '2026-04-01 20']);
  });

  it('answers its key as taken back, and corrected records come with another', async () => {
    const key = randomUUID();
    const { ids } = await send([april(10)], key);
    await back(ids);
    const again = await send([april(10)], key);
    expect(again).toMatchObject({
      status: 200,
      body: {
        state: 'withdrawn',
        withdrawal: { reason: 'Counted twice', withdrawn: 1, restored: 0 },
      },
    });
    expect((await send([april(9)], key)).status).toBe(409);
    await stored([april(9)]);
    expect(await standing()).toEqual(['2026-04-01 9']);
  });

  it('is taken back once, whoever does it, and by who manages that place alone', async () => {
    const ids = await stored([april(10)]);
    const elsewhere = await createMember(workspace, 'model-owner', [workspace.siteIds[1] ?? '']);
    const reader = await createMember(workspace, 'board-member');
    for (const member of [elsewhere, reader]) {
      await expect(withdrawBatch(member, { ...ids, reason: 'x' })).rejects.toThrow();
      await expect(getWithdrawal(member, ids)).rejects.toThrow();
    }
    const both = await Promise.allSettled([back(ids), back(ids)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const waiting = await send([april(1)]);
    expect(waiting.status).toBe(201);
    const unknown = await machine.send({ ...bodyOf([april(1)]), model_version: '9.9' });
    const { batch_id: batchId } = (await unknown.json()) as { batch_id: string };
    await expect(back({ batchId })).rejects.toMatchObject({ reason: 'batch-not-stored' });
  });

  it('may be taken back by a program, if a program sent it; asked the same again it answers the same', async () => {
    const { batchId } = await stored([april(10)]);
    const other = await createMachine(owner, await newSystem(owner, workspace.siteIds[0] ?? ''));
    expect((await byMachine(other.token, batchId)).status).toBe(404);
    for (const body of ['{', {}, { reason: '' }, { reason: 'x', more: 1 }, { reason: '\u0000' }]) {
      expect([400, 422]).toContain((await byMachine(machine.token, batchId, body)).status);
    }
    const first = await byMachine(machine.token, batchId);
    const said: unknown = await first.json();
    const withdrawal = { reason: 'Wrong month' };
    expect([first.status, said]).toMatchObject([201, { state: 'withdrawn', withdrawal }]);
    const second = await byMachine(machine.token, batchId);
    expect([second.status, await second.json()]).toEqual([200, said]);
    expect(await standing()).toEqual([]);
    const { batch } = await getBatch(owner, { ...place, batchId, page: 1 });
    expect(batch.withdrawal?.by).toBeNull();
    const row = '2026-04-01,2026-05-01,override,1,40';
    const table = `period_start,period_end,metric,numerator,denominator\n${row}`;
    const { uploadId } = await uploadRecords(owner, {
      ...{ ...place, format: 'csv' as const, fileName: 'a.csv' },
      bytes: new TextEncoder().encode(table),
      settings: { version: '1.0', start: '', end: '', n: '', comment: '' },
    });
    const { batchId: uploaded } = await confirmUpload(owner, { ...place, uploadId });
    expect((await byMachine(machine.token, uploaded)).status).toBe(403);
  });

  it('makes what was computed out of date', async () => {
    const { organisationId } = owner;
    const { deploymentId } = place;
    await adopted({ ...place, organisationId, first: '' }, [{ metric: 'override' }]);
    const ids = await stored([april(10)]);
    const isFresh = async () =>
      (await withActor(owner, (tx) => readEvaluations(tx, { organisationId, deploymentId }))).get(
        deploymentId,
      )?.found?.isFresh;
    await evaluateDeployment({ organisationId, deploymentId }, today());
    expect(await isFresh()).toBe(true);
    await back(ids);
    expect(await isFresh()).toBe(false);
  });
});
