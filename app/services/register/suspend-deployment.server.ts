import type { Member } from '#db/actor.server.ts';
import { insertStageEvent, listStageEvents } from '#db/queries/stage-event.server.ts';
import { lockStages } from '#db/queries/stage-lock.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { addDays } from '../../days.ts';
import { auditRegister, namesOf, requireDeployment } from './internal.server.ts';
import { eventsOf, isRetired } from './stages.ts';

/** So many days after an emergency the decision about it must have been made. */
export const daysToRatify = 14;

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
    const { siteId } = await requireDeployment(tx, member, input);
    authorise(member, 'deployments.suspend', [siteId]);
    await lockStages(tx, { organisationId, systemId });
    const events = await listStageEvents(tx, { organisationId, systemId });
    const newest = eventsOf(events, systemId, deploymentId)[0];
    if (newest?.stage === 'suspended' || isRetired(events, { systemId, id: deploymentId })) {
      throw new ServiceError('illegal-state', 'nothing-to-suspend');
    }
    const decidedOn = today();
    const added = await insertStageEvent(tx, {
      ...{ organisationId, systemId, deploymentId, number: (newest?.number ?? 0) + 1, recordedBy },
      ...{ kind: 'emergency', stage: 'suspended', reason, decidedOn },
      decidedBy,
      ratifyBy: addDays(decidedOn, daysToRatify),
    });
    if (!added) throw new ServiceError('conflict');
    await auditRegister(tx, member, {
      action: 'deployment.suspended',
      subjectId: systemId,
      detail: { deploymentId, before: newest?.stage ?? null, reason },
    });
  });
}
