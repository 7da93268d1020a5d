import { beforeAll, expect, it } from 'vitest';
import { evaluateDeployment } from '#app/services/monitoring/evaluate-deployment.server.ts';
import { getBoardMonitoring } from '#app/services/monitoring/get-board-monitoring.server.ts';
import { getMonitoring } from '#app/services/monitoring/get-monitoring.server.ts';
import { getMonitoringReader } from '#app/services/monitoring/monitoring-reader.server.ts';
import { readElsewhere } from '#app/services/monitoring/read-elsewhere.ts';
import { getDecision } from '#app/services/register/get-decision.server.ts';
import { getSystem } from '#app/services/register/get-system.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { adopted, enter, month, newPlace, type Place, type RecordOf } from './watched-place.ts';

const period = { periodFrom: month(0), periodTo: month(1) };
const share = (metric: string, numerator: number, denominator: number): RecordOf => ({
  ...{ metric, kind: 'proportion', numerator, denominator, ...period },
});
/** Wrong advice passes, and is seldom decided against. */
const stamped = [share('accept-when-wrong', 80, 100), share('override', 10, 1000)];
const looked = [share('accept-when-wrong', 10, 100), share('override', 200, 1000)];

it('names the pages that read a metric without a plan', () => {
  const criteria = [{ metric: 'sensitivity' }];
  expect(readElsewhere('accept-when-wrong', criteria)).toEqual(['people']);
  expect(readElsewhere('longest-outage', criteria)).toEqual(['place']);
  expect(readElsewhere('confusion', criteria)).toEqual(['silent']);
  expect(readElsewhere('abstention', criteria)).toEqual([]);
});

describeOnDatabases('that review may be a rubber stamp', () => {
  let owner: Member;
  let siteId = '';
  beforeAll(async () => {
    await buildWorker();
    const workspace = await createWorkspace(['North']);
    [siteId = ''] = workspace.siteIds;
    owner = await createMember(workspace, 'model-owner');
  });
  const reader = () => getMonitoringReader(new Request('http://attune.example/'));
  const told = async (at: Place) => {
    const { rows } = await getBoardMonitoring(owner, await reader());
    const row = rows.find(({ deploymentId }) => deploymentId === at.deploymentId);
    const { duties } = await getSystem(owner, at);
    const before = await getDecision(owner, at);
    expect(before.duties).toEqual(duties);
    return {
      board: [row?.isStamped, row?.weight],
      place: (await getMonitoring(owner, await reader(), at)).isStamped,
      duty: duties.find(({ code }) => code === 'rubber-stamp'),
    };
  };

  it.each([true, false])(
    'is told on the board, at the place, on the overview and before a decision (planned: %s)',
    async (isPlanned) => {
      const at = await newPlace(owner, siteId);
      await enter(at, stamped);
      if (isPlanned) await adopted(at, [{ metric: 'override' }]);
      await evaluateDeployment(at, today());
      expect(await told(at)).toMatchObject({
        ...{ board: [true, 'concern'], place: true },
        duty: {
          ...{ place: { site: 'North', unit: 'Emergency' } },
          path: `/deployments/${at.deploymentId}/monitoring/people`,
        },
      });
    },
  );

  it('is told nowhere where people look', async () => {
    const at = await newPlace(owner, siteId);
    await enter(at, looked);
    await evaluateDeployment(at, today());
    expect(await told(at)).toEqual({ board: [false, 'unplanned'], place: false, duty: undefined });
  });
});
