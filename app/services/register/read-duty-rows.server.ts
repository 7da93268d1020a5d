import { listSystemPeople } from '#db/queries/ai-system.server.ts';
import { listStamped } from '#db/queries/deployment-evaluation.server.ts';
import { listDeployments } from '#db/queries/deployment.server.ts';
import { listFairnessActionOutcomes } from '#db/queries/fairness-action.server.ts';
import { listFairnessAudits } from '#db/queries/fairness-audit.server.ts';
import { listStageConditions } from '#db/queries/stage-condition.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import { listTransferNotices } from '#db/queries/transfer-notice.server.ts';
import type { Transaction } from '#db/database.ts';
import { today } from '../../today.ts';
import { listRunningNow } from './list-running-now.server.ts';

/** Everything that what is missing follows from, of one system or of all, as far as the actor sees sites. */
export async function readDutyRows(
  tx: Transaction,
  of: { organisationId: string; systemId?: string },
) {
  const { organisationId } = of;
  const deployments = await listDeployments(tx, of);
  const ofPlaces = { organisationId, deploymentIds: deployments.map(({ id }) => id) };
  return {
    deployments,
    events: await listStageEvents(tx, of),
    people: await listSystemPeople(tx, of),
    conditions: await listStageConditions(tx, of),
    audits: await listFairnessAudits(tx, ofPlaces),
    outcomes: await listFairnessActionOutcomes(tx, ofPlaces),
    notices: await listTransferNotices(tx, of),
    stamped: new Set(await listStamped(tx, { organisationId })),
    running: await listRunningNow(tx, { organisationId }),
    today: today(),
  };
}
export type DutyRows = Awaited<ReturnType<typeof readDutyRows>>;
