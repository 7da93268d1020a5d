import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import {
  decideBaseline,
  freezeReference,
} from '#app/services/monitoring/decide-baseline.server.ts';
import { readPlans } from '#app/services/monitoring/internal.server.ts';
import { watchDeployment } from './watch-deployment.ts';
import type { Member } from '#db/actor.server.ts';
import { listReferences } from '#db/queries/chart-baseline.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { adopted, enter, month, newPlace, overrides, type RecordOf } from './watched-place.ts';

describeOnDatabases('decisions about limits', () => {
  let workspace: Workspace;
  let owner: Member;
  beforeAll(async () => {
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
  });

  const place = () => newPlace(owner, workspace.siteIds[0] ?? '');

  it('a reference of fewer cases than any period could be compared with is refused', async () => {
    const at = await place();
    await enter(at, [
      {
        ...{ metric: 'scores', kind: 'score-histogram' },
        ...{ periodFrom: month(0), periodTo: month(1) },
        detail: { edges: [0, 0.5, 1], positives: [3, 4], negatives: [6, 6] },
      },
    ]);
    await adopted(at, [{ metric: 'score-drift' }]);
    const ids = { systemId: at.systemId, deploymentId: at.deploymentId };
    const { current } = await withActor(owner, (tx) => readPlans(tx, at));
    await expect(
      freezeReference(owner, {
        ...{ ...ids, metricId: current?.metrics[0]?.id ?? '', revision: 0, reason: 'x' },
        ...{ appliesFrom: month(0), baselineTo: month(1), approvedBy: 'x' },
      }),
    ).rejects.toMatchObject({ reason: 'reference-few', values: { cases: 19, needed: 20 } });
  });

  it('limits move by a decision alone, and bins are frozen by one', async () => {
    const at = await place();
    const records = overrides(20, -1).map((record, i) => ({
      ...record,
      numerator: (record.numerator ?? 0) + (i >= 12 ? 60 : 0),
    }));
    const scores = overrides(8, -1).map(({ periodFrom, periodTo }, i): RecordOf => ({
      ...{ metric: 'scores', kind: 'score-histogram', periodFrom, periodTo },
      detail: {
        ...{ edges: [0, 0.25, 0.5, 0.75, 1], negatives: [0, 0, 0, 0] },
        positives: i < 6 ? [400, 300, 200, 100] : [100, 200, 300, 400],
      },
    }));
    await enter(at, [...records, ...scores]);
    await adopted(at, [{ metric: 'override' }, { metric: 'score-drift' }]);
    const watched = async () =>
      (await withActor(owner, (tx) => watchDeployment(tx, at, '2026-09-01'))).watched;
    const [override, drift] = await watched();
    expect(drift?.evaluation.drift?.reference).toBeNull();
    const ids = { systemId: at.systemId, deploymentId: at.deploymentId };
    const decision = {
      ...{ ...ids, metricId: override?.planned.id ?? '', approvedBy: 'The board', revision: 0 },
      ...{ appliesFrom: month(0), baselineTo: month(12), reason: 'A quiet year' },
    };
    await decideBaseline(owner, decision);
    await expect(decideBaseline(owner, decision)).rejects.toMatchObject({
      reason: 'baseline-not-later',
    });
    const frozen = (await watched())[0]?.evaluation.chart;
    const starts = (chart: typeof frozen) =>
      chart?.ok === true
        ? chart.points.filter(({ alarm }) => alarm !== null).map(({ from }) => from)
        : [];
    expect(starts(frozen)).toEqual([month(12)]);
    await decideBaseline(owner, {
      ...{ ...decision, revision: 1, appliesFrom: month(12), baselineTo: null },
      reason: 'A new form since January, agreed',
    });
    const again = (await watched())[0]?.evaluation.chart;
    expect(starts(again)).toEqual([]);
    expect(again?.ok === true && again.stages).toHaveLength(2);

    // Limits that cannot be computed yet leave the chart, and what it found, as they were.
    await decideBaseline(owner, {
      ...{ ...decision, revision: 2, appliesFrom: month(19), baselineTo: null },
      reason: 'Another form',
    });
    const waiting = (await watched())[0]?.evaluation;
    expect(waiting).toMatchObject({ pendingFrom: month(19), chart: { ok: true } });
    expect(waiting?.chart.ok === true && waiting.chart.stages).toHaveLength(2);

    const reference = {
      ...{ ...ids, metricId: drift?.planned.id ?? '', reason: 'Quiet', revision: 0 },
      approvedBy: 'The safety committee',
    };
    await freezeReference(owner, { ...reference, appliesFrom: month(0), baselineTo: month(4) });
    const [row] = await withActor(owner, (tx) => listReferences(tx, at));
    expect(row).toMatchObject({
      ...{ approvedBy: 'The safety committee', appliesFrom: month(4) },
      ...{ baselineFrom: month(0), baselineTo: month(4) },
    });
    const judged = (await watched())[1]?.evaluation.drift;
    expect(judged?.reference?.counts).toEqual([1600, 1200, 800, 400]);
    expect(judged?.periods.map(({ isStart }) => isStart)).toEqual([false, false, true, false]);
  });
});
