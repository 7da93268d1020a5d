import type { Member } from '#db/actor.server.ts';
import { insertExitPlan, listExitPlans } from '#db/queries/exit-plan.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { auditRegister } from '../register/internal.server.ts';
import type { ExitPlanForm } from './exit-plan-schema.ts';
import { requireManagedNotRetired, type DeploymentIds } from './internal.server.ts';

type Input = DeploymentIds & ExitPlanForm;

/** Writes what must hold before the silent mode is left: always as the next number, dated today. */
export async function writeExitPlan(member: Member, input: Input): Promise<void> {
  const { systemId, deploymentId, revision, minimumDays, reason, criteria } = input;
  authorise(member, 'monitoring.manage');
  const { organisationId, userId: recordedBy } = member;
  await withActor(member, async (tx) => {
    await requireManagedNotRetired(tx, member, { systemId, deploymentId });
    const [newest] = await listExitPlans(tx, { organisationId, deploymentId });
    const seen = newest?.number ?? 0;
    if (seen !== revision) {
      throw new ServiceError('conflict', 'edited-meanwhile', { revision: seen });
    }
    const added = await insertExitPlan(tx, {
      ...{ organisationId, deploymentId, number: revision + 1, minimumDays, criteria, reason },
      ...{ writtenOn: today(), recordedBy },
    });
    if (!added) throw new ServiceError('conflict', 'edited-meanwhile', { revision: revision + 1 });
    await auditRegister(tx, member, {
      action: 'monitoring.exit-plan-written',
      subjectId: systemId,
      detail: { deploymentId, number: revision + 1, minimumDays, criteria, reason },
    });
  });
}
