import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { getStart } from '#app/services/people/get-start.server.ts';
import { describeSystem } from '#app/services/register/describe-system.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { monitoringBatches, quarantinedBatches } from '#db/schema/monitoring-batch.ts';
import { monitoringPlans } from '#db/schema/monitoring-plan.ts';
import { eq } from 'drizzle-orm';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { newPlace, type Place } from '../monitoring/watched-place.ts';

const daysFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describeOnDatabases('what waits of AI systems', () => {
  let workspace: Workspace;
  let owner: Member;
  beforeAll(async () => {
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
  });
  const place = () => newPlace(owner, workspace.siteIds[0] ?? '');
  const asSystem = ({ organisationId }: Place) => ({ kind: 'system', organisationId }) as const;
  const waitingFor = async (member: Member, kind: string) =>
    (await getStart(member, today())).find((one) => one.kind === kind);
  const home = ({ systemId, deploymentId }: Place) =>
    `/models/${systemId}/deployments/${deploymentId}`;
  const elsewhere = () => createMember(workspace, 'model-owner', [workspace.siteIds[1] ?? '']);

  it('batches that wait for the register, for who may decide about them', async () => {
    const at = await place();
    const { organisationId, deploymentId } = at;
    const batchId = randomUUID();
    await withActor(asSystem(at), async (tx) => {
      await tx.insert(monitoringBatches).values({
        ...{ organisationId, deploymentId, id: batchId, source: 'api', modelVersion: '9.9' },
        ...{ idempotencyKey: batchId, contentHash: 'x', state: 'quarantined', warnings: [] },
        ...{ accepted: 0, unchanged: 0, superseded: 0 },
      });
      const reason = 'unregistered-version' as const;
      await tx.insert(quarantinedBatches).values({ organisationId, batchId, reason, records: [] });
    });
    expect(await waitingFor(owner, 'waitingBatches')).toEqual({
      ...{ kind: 'waitingBatches', count: 1, href: `${home(at)}/batches` },
    });
    expect(await waitingFor(await elsewhere(), 'waitingBatches')).toBeUndefined();
    const safety = await createMember(workspace, 'safety-officer');
    expect(await waitingFor(safety, 'waitingBatches')).toBeUndefined();
    await withActor(asSystem(at), (tx) =>
      tx
        .update(quarantinedBatches)
        .set({ outcome: 'discarded' })
        .where(eq(quarantinedBatches.batchId, batchId)),
    );
    expect(await waitingFor(owner, 'waitingBatches')).toBeUndefined();
  });

  it('plans whose day of review has come, until a later version is adopted', async () => {
    const at = await place();
    const { organisationId, deploymentId } = at;
    const adopt = (number: number, reviewOn: string) =>
      withActor(asSystem(at), async (tx) => {
        const plan = { organisationId, deploymentId, number, reviewOn, createdBy: 'x' };
        const [row] = await tx.insert(monitoringPlans).values(plan).returning();
        await tx
          .update(monitoringPlans)
          .set({ state: 'adopted', adoptedBy: 'x', adoptedAt: new Date() })
          .where(eq(monitoringPlans.id, row?.id ?? ''));
      });
    await adopt(1, daysFromNow(1));
    expect(await waitingFor(owner, 'planReviews')).toBeUndefined();
    await adopt(2, today());
    expect(await waitingFor(owner, 'planReviews')).toEqual({
      ...{ kind: 'planReviews', count: 1, href: `${home(at)}/monitoring/plan` },
    });
    expect(await waitingFor(await elsewhere(), 'planReviews')).toBeUndefined();
    await adopt(3, daysFromNow(365));
    expect(await waitingFor(owner, 'planReviews')).toBeUndefined();
  });

  it('systems whose funding ends within the notice', async () => {
    const at = await place();
    let revision = 1;
    const fund = async (fundedUntil: string) => {
      await describeSystem(owner, {
        ...{ systemId: at.systemId, revision },
        change: { of: 'supplier', values: { fundedUntil }, visibility: 'board' },
      });
      revision += 1;
    };
    await fund(daysFromNow(400));
    const before = (await waitingFor(owner, 'funding'))?.count ?? 0;
    await fund(daysFromNow(30));
    expect((await waitingFor(owner, 'funding'))?.count).toBe(before + 1);
    const researcher = await createMember(workspace, 'researcher');
    expect(await waitingFor(researcher, 'funding')).toBeUndefined();
  });
});
