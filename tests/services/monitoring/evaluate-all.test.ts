import { beforeAll, expect, it } from 'vitest';
import { evaluateAll } from '#app/services/monitoring/evaluate-deployment.server.ts';
import { getBoardMonitoring } from '#app/services/monitoring/get-board-monitoring.server.ts';
import { getMonitoring } from '#app/services/monitoring/get-monitoring.server.ts';
import { getMonitoringReader } from '#app/services/monitoring/monitoring-reader.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnOwnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { enter, month, newPlace, type Place, type RecordOf } from './watched-place.ts';

const share = (metric: string, numerator: number, denominator: number): RecordOf => ({
  ...{ metric, kind: 'proportion', numerator, denominator },
  ...{ periodFrom: month(0), periodTo: month(1) },
});
/** Wrong advice passes, and is seldom decided against. */
const stamped = [share('accept-when-wrong', 80, 100), share('override', 10, 1000)];

describeOnOwnDatabases('a place where nothing is planned', () => {
  let owner: Member;
  let siteId = '';
  beforeAll(async () => {
    await buildWorker();
    const workspace = await createWorkspace();
    [siteId = ''] = workspace.siteIds;
    owner = await createMember(workspace, 'model-owner');
  });
  const told = async (at: Place) => {
    const reader = await getMonitoringReader(new Request('http://attune.example/'));
    const { rows } = await getBoardMonitoring(owner, reader);
    const row = rows.find(({ deploymentId }) => deploymentId === at.deploymentId);
    const { isFresh, isStamped } = await getMonitoring(owner, reader, at);
    expect({ isFresh: row?.isFresh, isStamped: row?.isStamped }).toEqual({ isFresh, isStamped });
    return { isFresh, isStamped };
  };

  it('is looked at each night, and never called fresh before what was sent was', async () => {
    const at = await newPlace(owner, siteId);
    const empty = await newPlace(owner, siteId);
    const other = await newPlace(owner, siteId);
    expect(await told(at)).toEqual({ isFresh: true, isStamped: false });
    await enter(at, stamped);
    await enter(other, [share('adoption', 500, 1000)]);
    expect(await told(at)).toEqual({ isFresh: false, isStamped: false });
    await evaluateAll(today());
    expect(await told(at)).toEqual({ isFresh: true, isStamped: true });
    for (const calm of [empty, other]) {
      expect(await told(calm)).toEqual({ isFresh: true, isStamped: false });
    }
    await enter(at, [
      { ...share('override', 900, 1000), periodFrom: month(1), periodTo: month(2) },
    ]);
    expect(await told(at)).toEqual({ isFresh: false, isStamped: true });
    await evaluateAll(today());
    expect(await told(at)).toEqual({ isFresh: true, isStamped: false });
  });
});
