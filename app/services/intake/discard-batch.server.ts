import type { Member } from '#db/actor.server.ts';
import { settleBatch } from '#db/queries/monitoring-batch.server.ts';
import { decideQuarantined, findQuarantined } from '#db/queries/quarantine.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { auditRegister, requireDeployment } from '../register/internal.server.ts';
import type { OfDeployment } from './deployment-page.server.ts';

/** What had waited is not stored among the records; it is kept with the reason, and its alert stays. */
export async function discardBatch(
  member: Member,
  input: OfDeployment & { batchId: string; reason: string },
): Promise<void> {
  const { systemId, deploymentId, batchId, reason } = input;
  authorise(member, 'deployments.manage');
  const { organisationId, userId: by } = member;
  const here = { organisationId, deploymentId, batchId };
  await withActor(member, async (tx) => {
    const { siteId } = await requireDeployment(tx, member, input);
    authorise(member, 'deployments.manage', [siteId]);
    const waiting = await findQuarantined(tx, here);
    if (!waiting) throw new ServiceError('not-found');
    const decided = { organisationId, batchId, outcome: 'discarded' as const, reason, by };
    if (!(await decideQuarantined(tx, decided)))
      throw new ServiceError('conflict', 'batch-decided');
    await settleBatch(tx, { ...here, state: 'discarded' });
    await auditRegister(tx, member, {
      action: 'deployment.batch-discarded',
      subjectId: systemId,
      detail: { deploymentId, batchId, version: waiting.modelVersion, reason },
    });
  });
}
