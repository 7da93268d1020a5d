import type { Member } from '#db/actor.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import type { Transaction } from '#db/database.ts';
import { can } from '../../permissions.ts';
import { requireDeployment } from '../register/internal.server.ts';
import { readSystemFrame } from '../register/read-system.server.ts';
import { isRetired } from '../register/stages.ts';

export type OfDeployment = { systemId: string; deploymentId: string };

/** What the head of each page of a deployment's records says. */
export async function readDeploymentPage(tx: Transaction, member: Member, ids: OfDeployment) {
  const deployment = await requireDeployment(tx, member, ids);
  const { systemId, deploymentId } = ids;
  const events = await listStageEvents(tx, { organisationId: member.organisationId, systemId });
  return {
    frame: await readSystemFrame(tx, member, ids.systemId),
    deployment,
    mayManage: can(member, 'deployments.manage', [deployment.siteId]),
    isRetired: isRetired(events, { systemId, id: deploymentId }),
  };
}
