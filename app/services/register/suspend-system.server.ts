import type { Member } from '#db/actor.server.ts';
import { listDeployments } from '#db/queries/deployment.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import { lockStages } from '#db/queries/stage-lock.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { stops } from './fitting-stages.ts';
import { auditRegister, authoriseDecision, namesOf, requireSystem } from './internal.server.ts';
import { recordEmergency } from './record-emergency.server.ts';
import { eventsOf, stageOf } from './stages.ts';

/**
 * Stops a system at every place at once: one emergency of the whole, which holds wherever it runs or comes in, and is
 * decided about once. Its entry of the trail names the places that it stopped.
 */
export async function suspendSystem(
  member: Member,
  { systemId, reason }: { systemId: string; reason: string },
): Promise<void> {
  authorise(member, 'deployments.suspend');
  const { organisationId, userId: recordedBy } = member;
  const decidedBy = (await namesOf([recordedBy])).get(recordedBy) ?? member.role;
  await withActor(member, async (tx) => {
    const whole = { systemId, deploymentId: null };
    await requireSystem(tx, member, systemId);
    await authoriseDecision(tx, member, whole, 'deployments.suspend');
    await lockStages(tx, { organisationId, systemId });
    const events = await listStageEvents(tx, { organisationId, systemId });
    const newest = eventsOf(events, systemId, null)[0];
    const before = newest?.stage ?? 'idea';
    if (stops.includes(before)) throw new ServiceError('illegal-state', 'system-stopped-already');
    await recordEmergency(tx, {
      ...{ organisationId, ...whole, newest: newest?.number ?? 0 },
      ...{ reason, decidedBy, recordedBy },
    });
    const places = (await listDeployments(tx, { organisationId, systemId })).flatMap(({ id }) => {
      const stage = stageOf(events, systemId, id);
      return stops.includes(stage) ? [] : [{ deploymentId: id, before: stage }];
    });
    const detail = { before, reason, places };
    await auditRegister(tx, member, { action: 'system.suspended', subjectId: systemId, detail });
  });
}
