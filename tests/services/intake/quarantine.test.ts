import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { discardBatch } from '#app/services/intake/discard-batch.server.ts';
import { getBatch } from '#app/services/intake/get-batch.server.ts';
import { getBatches } from '#app/services/intake/get-batches.server.ts';
import { releaseBatch } from '#app/services/intake/release-batch.server.ts';
import { addVersion } from '#app/services/register/add-version.server.ts';
import { changeVersion } from '#app/services/register/change-version.server.ts';
import type { Member } from '#db/actor.server.ts';
import { queryRows } from '#db/database.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMachine, overrides, type Machine } from '#tests/support/machine.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { newSystem } from '#tests/services/register/new-system.ts';

describeOnDatabases('batches in quarantine', () => {
  let workspace: Workspace;
  let owner: Member;
  let place: { systemId: string; deploymentId: string };
  let machine: Machine;
  beforeAll(async () => {
    workspace = await createWorkspace(['North', 'South']);
    owner = await createMember(workspace, 'model-owner');
  });
  beforeEach(async () => {
    place = await newSystem(owner, workspace.siteIds[0] ?? '');
    machine = await createMachine(owner, place);
  });

  const period = { start: '2026-07-01', end: '2026-08-01' };
  async function send(version: string, records = [overrides({ period })]) {
    const reply = await machine.send({
      ...{ deployment: machine.deployment, model_version: version, records },
    });
    const { batch_id: batchId } = (await reply.json()) as { batch_id: string };
    return { status: reply.status, ids: { ...place, batchId } };
  }
  const stored = () =>
    queryRows<{ numerator: number; version: string }>(
      getDatabase(),
      sql`select r.numerator, v.version from monitoring_records r
          join model_versions v on v.id = r.version_id
          where r.deployment_id = ${place.deploymentId} and r.superseded_by is null`,
    );
  const told = async (batchId: string) => {
    const { batch, quarantine, records } = await getBatch(owner, { ...place, batchId, page: 1 });
    return { batch, quarantine, records };
  };
  const audited = () =>
    queryRows<{ action: string; reason: string | null }>(
      getDatabase(),
      sql`select action, detail ->> 'reason' as reason from audit_entries
          where subject_id = ${place.systemId} and action like 'deployment.batch-%' order by number`,
    );
  async function register(version: string) {
    const { versionId } = await addVersion(owner, { systemId: place.systemId, version });
    const input = { ...place, versionId, from: '2026-06-01', reason: 'Update' };
    await changeVersion(owner, input);
  }

  it('show what waits, and store it once the register knows the version here', async () => {
    const { status, ids } = await send('3.0');
    expect(status).toBe(202);
    expect(await stored()).toEqual([]);
    expect(await told(ids.batchId)).toMatchObject({
      batch: { state: 'quarantined', accepted: 0 },
      quarantine: { reason: 'unregistered-version', outcome: null },
      records: [{ metric: 'override', numerator: 12, periodFrom: period.start }],
    });
    const refused = releaseBatch(owner, ids);
    await expect(refused).rejects.toMatchObject({ reason: 'still-unregistered-version' });
    await addVersion(owner, { systemId: place.systemId, version: '3.0' });
    await expect(releaseBatch(owner, ids)).rejects.toMatchObject({
      reason: 'still-version-not-in-use',
    });
    expect(await stored()).toEqual([]);
  });

  it('when released are stored whole, once, with who did it; the alert stays open', async () => {
    const { ids } = await send('3.0');
    await register('3.0');
    await releaseBatch(owner, ids);
    expect(await stored()).toEqual([{ numerator: 12, version: '3.0' }]);
    expect(await told(ids.batchId)).toMatchObject({
      batch: { state: 'stored', accepted: 1 },
      quarantine: { outcome: 'released', by: 'model-owner' },
    });
    await expect(releaseBatch(owner, ids)).rejects.toMatchObject({ reason: 'batch-decided' });
    await expect(discardBatch(owner, { ...ids, reason: 'x' })).rejects.toMatchObject({
      reason: 'batch-decided',
    });
    expect(await stored()).toHaveLength(1);
    expect(await audited()).toMatchObject([{ action: 'deployment.batch-released' }]);
    const open = await queryRows<{ state: string }>(
      getDatabase(),
      sql`select state from alerts where deployment_id = ${place.deploymentId}`,
    );
    expect(open).toHaveLength(1);
    expect(open[0]?.state).not.toBe('closed');
    expect((await getBatches(owner, { ...place, page: 1 })).waiting).toEqual([]);
  });

  it('of records that this release does not know are refused, and can be discarded', async () => {
    const { ids } = await send('3.0');
    await register('3.0');
    await queryRows(
      getDatabase(),
      sql`update quarantined_batches
          set records = jsonb_set(records, '{0,kind}', '"of-another-release"')
          where batch_id = ${ids.batchId}`,
    );
    await expect(releaseBatch(owner, ids)).rejects.toMatchObject({ reason: 'batch-unreadable' });
    await discardBatch(owner, { ...ids, reason: 'To be sent anew' });
    expect(await stored()).toEqual([]);
  });

  it('when two people release at once are stored once', async () => {
    const { ids } = await send('3.0');
    await register('3.0');
    const both = await Promise.allSettled([releaseBatch(owner, ids), releaseBatch(owner, ids)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await stored()).toHaveLength(1);
  });

  it('are not released over days that were stored meanwhile', async () => {
    const { ids } = await send('3.0');
    await register('3.0');
    const within = { start: '2026-07-10', end: '2026-07-20' };
    expect((await send('3.0', [overrides({ period: within })])).status).toBe(201);
    await expect(releaseBatch(owner, ids)).rejects.toMatchObject({
      ...{ reason: 'batch-overlaps', values: { count: 1 } },
    });
    expect(await stored()).toHaveLength(1);
    expect((await told(ids.batchId)).batch.state).toBe('quarantined');
  });

  it('when discarded are not stored, and are kept with the reason', async () => {
    const { ids } = await send('9.9');
    await discardBatch(owner, { ...ids, reason: 'A test of the supplier' });
    expect(await stored()).toEqual([]);
    expect(await told(ids.batchId)).toMatchObject({
      batch: { state: 'discarded' },
      quarantine: { outcome: 'discarded', outcomeReason: 'A test of the supplier' },
      records: [{ numerator: 12 }],
    });
    expect(await audited()).toEqual([
      { action: 'deployment.batch-discarded', reason: 'A test of the supplier' },
    ]);
    await register('9.9');
    await expect(releaseBatch(owner, ids)).rejects.toMatchObject({ reason: 'batch-decided' });
  });

  it('are decided by those who keep the register of that site, and by nobody else', async () => {
    const { ids } = await send('3.0');
    await register('3.0');
    const elsewhere = await createMember(workspace, 'model-owner', [workspace.siteIds[1] ?? '']);
    const reader = await createMember(workspace, 'board-member');
    const stranger = await createMember(await createWorkspace(['Far']), 'model-owner');
    for (const other of [elsewhere, reader, stranger]) {
      await expect(releaseBatch(other, ids)).rejects.toMatchObject({ name: 'ServiceError' });
      const discarding = discardBatch(other, { ...ids, reason: 'x' });
      await expect(discarding).rejects.toMatchObject({ name: 'ServiceError' });
    }
    expect((await told(ids.batchId)).batch.state).toBe('quarantined');
  });
});
