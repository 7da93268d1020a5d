import type { Member } from '#db/actor.server.ts';
import { insertHook, revokeHook as revoke } from '#db/queries/registry-hook.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { auditRegister, requireDeployment } from '../register/internal.server.ts';
import { requireNotRetired } from '../register/require-not-retired.server.ts';
import type { OfDeployment } from './deployment-page.server.ts';
import { hookSecret } from './hook-signature.server.ts';

/** Lets a registry say that a model has a new version. Its secret is answered with once. */
export async function createHook(
  member: Member,
  input: OfDeployment & { modelName: string },
): Promise<{ hookId: string; secret: string }> {
  const { systemId, deploymentId, modelName } = input;
  authorise(member, 'deployments.manage');
  const { organisationId, userId: createdBy } = member;
  return withActor(member, async (tx) => {
    const { siteId } = await requireDeployment(tx, member, input);
    authorise(member, 'deployments.manage', [siteId]);
    await requireNotRetired(tx, { organisationId, systemId, deploymentId });
    const hookId = await insertHook(tx, { organisationId, deploymentId, modelName, createdBy });
    await auditRegister(tx, member, {
      action: 'deployment.hook-created',
      subjectId: systemId,
      detail: { deploymentId, hookId, model: modelName },
    });
    return { hookId, secret: hookSecret(hookId) };
  });
}

/** From this moment its messages are refused. */
export async function revokeHook(
  member: Member,
  input: OfDeployment & { hookId: string },
): Promise<void> {
  const { systemId, deploymentId, hookId } = input;
  authorise(member, 'deployments.manage');
  const { organisationId, userId: by } = member;
  await withActor(member, async (tx) => {
    const { siteId } = await requireDeployment(tx, member, input);
    authorise(member, 'deployments.manage', [siteId]);
    const revoked = await revoke(tx, { organisationId, deploymentId, hookId, by });
    if (!revoked) throw new ServiceError('conflict', 'hook-gone');
    await auditRegister(tx, member, {
      action: 'deployment.hook-revoked',
      subjectId: systemId,
      detail: { deploymentId, hookId, model: revoked.modelName },
    });
  });
}
