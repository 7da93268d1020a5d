import type { Member } from '#db/actor.server.ts';
import { findDeployment } from '#db/queries/deployment.server.ts';
import { listStageConditions } from '#db/queries/stage-condition.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { authoriseDecision } from './internal.server.ts';
import { readSystemFrame } from './read-system.server.ts';

/** A condition for whoever may say that it is met. */
export async function getCondition(
  member: Member,
  { systemId, conditionId }: { systemId: string; conditionId: string },
) {
  authorise(member, 'deployments.decide');
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const frame = await readSystemFrame(tx, member, systemId);
    const conditions = await listStageConditions(tx, { organisationId, systemId });
    const condition = conditions.find(({ id }) => id === conditionId);
    if (!condition) throw new ServiceError('not-found');
    const { deploymentId } = condition;
    await authoriseDecision(tx, member, { systemId, deploymentId });
    const deployment =
      deploymentId === null ? null : await findDeployment(tx, { organisationId, deploymentId });
    return { frame, condition, deployment: deployment ?? null, day: today() };
  });
}
