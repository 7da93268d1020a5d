import type { Member } from '#db/actor.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import { lockStages } from '#db/queries/stage-lock.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { auditRegister, authoriseDecision, namesOf } from './internal.server.ts';
import { recordEmergency } from './record-emergency.server.ts';
import { eventsOf, isRetired } from './stages.ts';

/** Stops a deployment at once, before anybody has decided; that has to follow within days. */
export async function suspendDeployment(
  member: Member,
  input: { systemId: string; deploymentId: string; reason: string },
): Promise<void> {
  const { systemId, deploymentId, reason } = input;
  authorise(member, 'deployments.suspend');
  const { organisationId, userId: recordedBy } = member;
  const decidedBy = (await namesOf([recordedBy])).get(recordedBy) ?? member.role;
  await withActor(member, async (tx) => {
    await authoriseDecision(tx, member, input, 'deployments.suspend');
    await lockStages(tx, { organisationId, systemId });
    const events = await listStageEvents(tx, { organisationId, systemId });
    const newest = eventsOf(events, systemId, deploymentId)[0];
    if (newest?.stage === 'suspended' || isRetired(events, { systemId, id: deploymentId })) {
      throw new ServiceError('illegal-state', 'nothing-to-suspend');
    }
    await recordEmergency(tx, {
      ...{ organisationId, systemId, deploymentId, newest: newest?.number ?? 0 },
      ...{ reason, decidedBy, recordedBy },
    });
    await auditRegister(tx, member, {
      action: 'deployment.suspended',
      subjectId: systemId,
      detail: { deploymentId, before: newest?.stage ?? null, reason },
    });
  });
}
