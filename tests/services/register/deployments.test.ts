import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { addDeployment } from '#app/services/register/add-deployment.server.ts';
import { changeVersion } from '#app/services/register/change-version.server.ts';
import { correctPeriod } from '#app/services/register/correct-period.server.ts';
import { editVersion } from '#app/services/register/edit-version.server.ts';
import { findVersionOn } from '#app/services/register/find-version-on.server.ts';
import { getDeployment } from '#app/services/register/get-deployment.server.ts';
import { listDeployments } from '#app/services/register/list-deployments.server.ts';
import type { Member } from '#db/actor.server.ts';
import { deploymentPeriods } from '#db/schema/deployment.ts';
import { modelVersions } from '#db/schema/model-version.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { postgresError } from '#tests/support/postgres-error.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { newSystem } from './new-system.ts';

const moment = () => new Promise((done) => setTimeout(done, 5));

describeOnDatabases('what ran when', () => {
  let workspace: Workspace;
  let owner: Member;
  let north = '';
  let south = '';

  beforeAll(async () => {
    workspace = await createWorkspace();
    [north = '', south = ''] = workspace.siteIds;
    owner = await createMember(workspace, 'model-owner');
  });

  const ran = (deploymentId: string, day: string, knownAt?: Date) =>
    withActor(owner, async (tx) => {
      const asked = { organisationId: owner.organisationId, deploymentId, day };
      return (await findVersionOn(tx, knownAt ? { ...asked, knownAt } : asked))?.version ?? null;
    });

  const believed = async (ids: { systemId: string; deploymentId: string }) =>
    (await getDeployment(owner, ids)).periods
      .filter(({ supersededAt }) => supersededAt === null)
      .map(({ version, validFrom, validTo }) => [version, validFrom, validTo]);

  it('is one version on each day, none before the first and after the last', async () => {
    const { deploymentId, systemId, second } = await newSystem(owner, north);
    const ids = { systemId, deploymentId };
    await changeVersion(owner, { ...ids, versionId: second, from: '2026-05-01', reason: 'Update' });
    await changeVersion(owner, { ...ids, versionId: null, from: '2026-07-01', reason: 'Ended' });
    expect(await ran(deploymentId, '2026-02-28')).toBe(null);
    expect(await ran(deploymentId, '2026-03-01')).toBe('1.0');
    expect(await ran(deploymentId, '2026-04-30')).toBe('1.0');
    expect(await ran(deploymentId, '2026-05-01')).toBe('2.0');
    expect(await ran(deploymentId, '2026-07-01')).toBe(null);
    expect(await believed(ids)).toEqual([
      ['1.0', '2026-03-01', '2026-05-01'],
      ['2.0', '2026-05-01', '2026-07-01'],
    ]);
  });

  it('is no version before the day of its release, at a new place, by a change or a correction', async () => {
    const ids = await newSystem(owner, north);
    const { systemId, second: versionId } = ids;
    const releasedOn = '2026-06-10';
    await editVersion(owner, { systemId, versionId, revision: 1, values: { releasedOn } });
    const early = { versionId, from: '2026-06-09', reason: 'Update' };
    const refused = { reason: 'version-not-released', values: { day: releasedOn } };
    await expect(changeVersion(owner, { ...ids, ...early })).rejects.toMatchObject(refused);
    const entered = addDeployment(owner, {
      ...{ systemId, siteId: south, unit: 'Ward', slug: `r-${versionId.slice(0, 8)}`, versionId },
      ...{ validFrom: '2026-06-09', stage: 'sandbox', reason: 'x', decidedBy: 'x' },
      decidedOn: '2026-04-01',
    });
    await expect(entered).rejects.toMatchObject(refused);
    const right = { versionId, validFrom: '2026-01-01', validTo: '2026-02-01' };
    const corrected = correctPeriod(owner, { ...ids, periodId: null, right, reason: 'x' });
    await expect(corrected).rejects.toMatchObject(refused);
    await changeVersion(owner, { ...ids, ...early, from: releasedOn });
    expect(await ran(ids.deploymentId, releasedOn)).toBe('2.0');
  });

  it('lets an end be put right of what ran, as was recorded before, ahead of its release', async () => {
    const ids = await newSystem(owner, north);
    const { first: versionId, organisationId } = { ...ids, organisationId: owner.organisationId };
    await getDatabase()
      .update(modelVersions)
      .set({ releasedOn: '2026-04-01' })
      .where(
        and(eq(modelVersions.organisationId, organisationId), eq(modelVersions.id, versionId)),
      );
    const [period] = (await getDeployment(owner, ids)).periods;
    const correct = (validFrom: string) =>
      correctPeriod(owner, {
        ...{ ...ids, periodId: period?.id ?? '', reason: 'It ended' },
        right: { versionId, validFrom, validTo: '2026-06-01' },
      });
    await expect(correct('2026-02-01')).rejects.toMatchObject({ reason: 'version-not-released' });
    await correct('2026-03-01');
    expect(await believed(ids)).toEqual([['1.0', '2026-03-01', '2026-06-01']]);
  });

  it('keeps the release of a version from being said later than it began to run', async () => {
    const { systemId, first: versionId } = await newSystem(owner, north);
    const say = (releasedOn: string | null, revision = 1) =>
      editVersion(owner, { systemId, versionId, revision, values: { releasedOn } });
    await expect(say('2026-03-02')).rejects.toMatchObject({
      ...{ reason: 'release-after-start', values: { day: '2026-03-01' } },
    });
    await say('2026-03-01');
    await say(null, 2);
  });

  it('is not decided on a day that has not come', async () => {
    const { systemId, first } = await newSystem(owner, north);
    await expect(
      addDeployment(owner, {
        ...{ systemId, siteId: north, unit: 'Ward', slug: 'ward-future', versionId: first },
        ...{ validFrom: '2026-03-01', stage: 'pilot', reason: 'x', decidedBy: 'The board' },
        decidedOn: '2199-01-01',
      }),
    ).rejects.toMatchObject({ code: 'invalid', reason: 'date-in-future' });
  });

  it('is corrected without losing what was believed before', async () => {
    const { deploymentId, systemId, first, second } = await newSystem(owner, north);
    const ids = { systemId, deploymentId };
    await changeVersion(owner, { ...ids, versionId: second, from: '2026-05-01', reason: 'Update' });
    await moment();
    const before = new Date();
    await moment();
    const { periods } = await getDeployment(owner, ids);
    const open = periods.find((p) => p.supersededAt === null && p.validTo === null);
    const closed = periods.find((p) => p.supersededAt === null && p.validTo !== null);
    // The update came three weeks later than was recorded: first the later period, then the earlier.
    const reason = 'The log of the supplier says so';
    const later = { versionId: second, validFrom: '2026-05-22', validTo: null };
    await correctPeriod(owner, { ...ids, periodId: open?.id ?? '', right: later, reason });
    const earlier = { versionId: first, validFrom: '2026-03-01', validTo: '2026-05-22' };
    await correctPeriod(owner, { ...ids, periodId: closed?.id ?? '', right: earlier, reason });
    expect(await ran(deploymentId, '2026-05-10')).toBe('1.0');
    expect(await ran(deploymentId, '2026-05-10', before)).toBe('2.0');
    expect(await ran(deploymentId, '2026-05-10', new Date('2026-01-01'))).toBe(null);
    const again = correctPeriod(owner, { ...ids, periodId: open?.id ?? '', right: null, reason });
    await expect(again).rejects.toMatchObject({ reason: 'period-corrected-meanwhile' });
    const { periods: all } = await getDeployment(owner, ids);
    expect(all).toHaveLength(5);
  });

  it('refuses two versions at once, by the service and by the database', async () => {
    const { deploymentId, systemId, first, second } = await newSystem(owner, north);
    const ids = { systemId, deploymentId };
    const right = { versionId: second, validFrom: '2026-04-01', validTo: '2026-04-02' };
    const past = { ...right, validFrom: '2026-01-01', validTo: '2026-03-01' };
    const wrong = correctPeriod(owner, { ...ids, periodId: null, right, reason: 'x' });
    await expect(wrong).rejects.toMatchObject({ code: 'conflict', reason: 'periods-overlap' });
    await correctPeriod(owner, { ...ids, periodId: null, right: past, reason: 'Forgotten' });
    expect(await ran(deploymentId, '2026-02-28')).toBe('2.0');
    const direct = withActor(owner, (tx) =>
      tx.insert(deploymentPeriods).values({
        ...{ organisationId: owner.organisationId, systemId, deploymentId, versionId: first },
        ...{ validFrom: '2026-09-01', recordedAt: new Date(), reason: 'x', recordedBy: 'x' },
      }),
    );
    expect(await direct.then(() => null, postgresError)).toMatchObject({ code: '23P01' });
  });

  it('keeps a belief as it was, even from the owner of the tables', async () => {
    const { deploymentId } = await newSystem(owner, north);
    for (const change of [
      sql`update deployment_periods set valid_from = '2020-01-01' where deployment_id = ${deploymentId}`,
      sql`update deployment_periods set reason = 'y', superseded_at = now()
            where deployment_id = ${deploymentId}`,
    ]) {
      const refused = getDatabase()
        .execute(change)
        .then(() => null, postgresError);
      expect(await refused).toMatchObject({ code: 'AT001' });
    }
  });

  it('changes once when two change it at the same time, and the other is told', async () => {
    const { deploymentId, systemId, second } = await newSystem(owner, north);
    const change = { systemId, deploymentId, versionId: second, reason: 'Update' };
    const results = await Promise.allSettled(
      ['2026-05-01', '2026-05-01', '2026-05-01'].map((from) =>
        changeVersion(owner, { ...change, from }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ name: 'ServiceError' });
    }
    expect(await believed({ systemId, deploymentId })).toHaveLength(2);
  });

  it.each([
    ['version-same', { from: '2026-05-01', of: 'first' }],
    ['change-before-start', { from: '2026-03-01', of: 'second' }],
    ['version-unknown', { from: '2026-05-01', of: 'other' }],
  ] as const)('refuses a change that cannot be: %s', async (reason, { from, of }) => {
    const { deploymentId, systemId, first, second } = await newSystem(owner, north);
    const foreign = await newSystem(owner, north);
    const versionId = { first, second, other: foreign.first }[of];
    const change = changeVersion(owner, { systemId, deploymentId, versionId, from, reason: 'x' });
    await expect(change).rejects.toMatchObject({ reason });
  });

  it('is shown for a day as it was known on another', async () => {
    const { deploymentId, systemId, second } = await newSystem(owner, north);
    const ids = { systemId, deploymentId };
    await changeVersion(owner, { ...ids, versionId: second, from: '2026-05-01', reason: 'Update' });
    const page = await listDeployments(owner, { systemId, on: '2026-06-01' });
    expect(page.deployments).toMatchObject([{ version: '2.0', stage: 'pilot', site: 'North' }]);
    const earlier = await listDeployments(owner, {
      systemId,
      on: '2026-06-01',
      known: '2026-01-01',
    });
    expect(earlier.deployments).toMatchObject([{ version: null }]);
  });

  it('of another site is not there for a member of one site', async () => {
    const { deploymentId, systemId, second } = await newSystem(owner, north);
    const southern = await createMember(workspace, 'model-owner', [south]);
    expect((await listDeployments(southern, { systemId })).deployments).toEqual([]);
    await expect(getDeployment(southern, { systemId, deploymentId })).rejects.toMatchObject({
      code: 'not-found',
    });
    const change = { systemId, deploymentId, versionId: second, from: '2026-05-01', reason: 'x' };
    await expect(changeVersion(southern, change)).rejects.toMatchObject({ code: 'not-found' });
    const auditor = await createMember(workspace, 'auditor');
    await expect(changeVersion(auditor, change)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
