import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import {
  evaluateAll,
  evaluateDeployment,
} from '#app/services/monitoring/evaluate-deployment.server.ts';
import type { Member } from '#db/actor.server.ts';
import { listAlerts } from '#db/queries/alert-course.server.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnOwnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import {
  adopted,
  enter,
  frozenLimits,
  month,
  newPlace,
  overrides,
  type Place,
} from './watched-place.ts';

describeOnOwnDatabases('what raises alerts', () => {
  let workspace: Workspace;
  let owner: Member;
  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
  });

  const place = () => newPlace(owner, workspace.siteIds[0] ?? '');
  const listed = async (at: Place) =>
    (await withActor(owner, (tx) => listAlerts(tx, at))).map(({ alert }) => alert);

  it('are not raised by months before the plan, by what is exploratory, or by what gets better', async () => {
    const at = await place();
    await enter(at, overrides(14, 10));
    await adopted(at, [{ metric: 'override' }], '2026-01-01');
    await frozenLimits(at, 'override', month(0), month(9));
    await evaluateDeployment(at, month(14));
    expect(await listed(at)).toEqual([]);
    for (const metric of [
      { metric: 'override', tier: 'exploratory' as const },
      { metric: 'override', direction: 'up' as const },
    ]) {
      const other = await place();
      await enter(other, overrides(14, 10));
      await adopted(other, [metric]);
      await frozenLimits(other, 'override', month(0), month(9));
      await evaluateDeployment(other, month(14));
      expect(await listed(other)).toEqual([]);
    }
  });

  it('say when numbers do not come', async () => {
    const at = await place();
    await enter(at, overrides(12, -1));
    await adopted(at, [{ metric: 'override' }]);
    await frozenLimits(at, 'override', month(0), month(12));
    await evaluateDeployment(at, '2026-02-15');
    expect(await listed(at)).toEqual([]);
    await evaluateAll('2026-03-15');
    expect((await listed(at)).map(({ kind, periodFrom }) => [kind, periodFrom])).toEqual([
      ['nothing-sent', '2026-01-01'],
    ]);
  });

  it('await the rest of a period of which a part was sent', async () => {
    const at = await place();
    const [january] = overrides(1, -1);
    if (!january) throw new Error('a month');
    const part = { ...january, numerator: 33, denominator: 330 };
    const early = { ...part, periodFrom: '2026-01-01', periodTo: '2026-01-11' };
    await enter(at, [...overrides(12, -1), early]);
    await adopted(at, [{ metric: 'override' }]);
    await frozenLimits(at, 'override', month(0), month(12));
    await evaluateDeployment(at, '2026-02-22');
    expect(await listed(at)).toEqual([]);
    await evaluateDeployment(at, '2026-02-23');
    expect(await listed(at)).toMatchObject([
      { kind: 'nothing-sent', periodFrom: '2026-01-01', periodTo: '2026-02-01' },
    ]);
  });

  it('come when something happens that never did before', async () => {
    const at = await place();
    const never = overrides(13, -1).map((record, place) => ({
      ...{ ...record, metric: 'harm', kind: 'rate' as const, numerator: place === 12 ? 12 : 0 },
    }));
    await enter(at, never);
    await adopted(at, [{ metric: 'harm' }]);
    await frozenLimits(at, 'harm', month(0), month(12));
    await evaluateDeployment(at, month(13));
    expect(await listed(at)).toMatchObject([{ kind: 'signal', periodFrom: month(12) }]);
  });

  it('say that numbers never began to come, from the day it was planned and ran', async () => {
    const at = await newPlace(owner, workspace.siteIds[0] ?? '', '2025-03-10');
    await adopted(at, [{ metric: 'override' }], '2025-01-20');
    await evaluateDeployment(at, '2025-05-01');
    expect(await listed(at)).toEqual([]);
    await evaluateDeployment(at, '2025-05-02');
    await evaluateDeployment(at, '2025-05-03');
    expect(await listed(at)).toMatchObject([
      { kind: 'nothing-sent', periodFrom: '2025-03-10', periodTo: '2025-04-10' },
    ]);
  });

  it('of a metric that a later plan added come from its own day on', async () => {
    const at = await place();
    await enter(at, overrides(14, 10));
    await frozenLimits(at, 'override', month(0), month(9));
    await adopted(at, [{ metric: 'flagged', tier: 'exploratory' }], '2025-01-01');
    const both = [{ metric: 'flagged', tier: 'exploratory' as const }, { metric: 'override' }];
    await adopted(at, both, month(12), 2);
    await adopted(at, both, month(13), 3);
    await evaluateDeployment(at, month(14));
    expect(await listed(at)).toEqual([]);
    const early = await place();
    await enter(early, overrides(14, 10));
    await frozenLimits(early, 'override', month(0), month(9));
    await adopted(early, both, month(9));
    await adopted(early, both, month(13), 2);
    await evaluateDeployment(early, month(14));
    expect(await listed(early)).toHaveLength(1);
  });

  it('of one deployment are raised though another cannot be computed', async () => {
    const places = [await place(), await place()];
    // They are computed in the order of their ids.
    const [first, second] = places.sort((a, b) => (a.deploymentId < b.deploymentId ? -1 : 1));
    if (!first || !second) throw new Error('two places');
    for (const at of places) {
      await enter(at, overrides(14, 10));
      await frozenLimits(at, 'override', month(0), month(9));
    }
    await adopted(first, [{ metric: 'override', alertRules: {} as never }]);
    await adopted(second, [{ metric: 'override' }]);
    await expect(evaluateAll(month(14))).rejects.toThrow('could not be evaluated');
    expect((await listed(second)).map(({ kind }) => kind)).toEqual(['signal']);
    // Plans cannot be taken back: a later one puts it right for whoever computes all again.
    await adopted(first, [{ metric: 'override' }], '2000-01-02', 2);
    await evaluateAll(month(14));
    expect(await listed(first)).toHaveLength(1);
  });
});
