import type { Member } from '#db/actor.server.ts';
import { revokeToken as revoke } from '#db/queries/api-token.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { auditRegister, requireDeployment } from '../register/internal.server.ts';

/** From this moment the token is refused. */
export async function revokeToken(
  member: Member,
  input: { systemId: string; deploymentId: string; tokenId: string },
): Promise<void> {
  const { systemId, deploymentId, tokenId } = input;
  authorise(member, 'deployments.manage');
  const { organisationId, userId: by } = member;
  await withActor(member, async (tx) => {
    const { siteId } = await requireDeployment(tx, member, { systemId, deploymentId });
    authorise(member, 'deployments.manage', [siteId]);
    const revoked = await revoke(tx, { organisationId, deploymentId, tokenId, by });
    if (!revoked) throw new ServiceError('conflict', 'token-gone');
    await auditRegister(tx, member, {
      action: 'deployment.token-revoked',
      subjectId: systemId,
      detail: { deploymentId, tokenId, name: revoked.name },
    });
  });
}
