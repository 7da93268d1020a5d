import { randomBytes } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import { insertToken } from '#db/queries/api-token.server.ts';
import type { TokenScope } from '#db/schema/monitoring-token.ts';
import { withActor } from '../../database.server.ts';
import { addDays } from '../../days.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { keyedHash } from '../../secrets.server.ts';
import { today } from '../../today.ts';
import { auditRegister, requireDeployment } from '../register/internal.server.ts';
import { requireNotRetired } from '../register/require-not-retired.server.ts';
import { tokenPrefix } from './authenticate-token.server.ts';

/** Which field of the form a refusal of the service is about. */
export const tokenRefusals = {
  'token-expiry-past': 'expiresOn',
  'token-expiry-far': 'expiresOn',
} as const;

const mostDays = 366;

/** A token for a machine. What it is called by is answered with once and kept as a keyed hash. */
export async function createToken(
  member: Member,
  input: {
    systemId: string;
    deploymentId: string;
    name: string;
    scopes: TokenScope[];
    expiresOn: string;
  },
): Promise<{ tokenId: string; token: string }> {
  const { systemId, deploymentId, name, scopes, expiresOn } = input;
  authorise(member, 'deployments.manage');
  if (expiresOn < today()) throw new ServiceError('invalid', 'token-expiry-past');
  if (expiresOn > addDays(today(), mostDays)) {
    throw new ServiceError('invalid', 'token-expiry-far');
  }
  const { organisationId, userId } = member;
  const token = `${tokenPrefix}${randomBytes(32).toString('base64url')}`;
  return withActor(member, async (tx) => {
    const { siteId } = await requireDeployment(tx, member, { systemId, deploymentId });
    authorise(member, 'deployments.manage', [siteId]);
    await requireNotRetired(tx, { organisationId, systemId, deploymentId });
    const tokenId = await insertToken(tx, {
      ...{ organisationId, deploymentId, name, scopes, expiresOn, createdBy: userId },
      ...{ tokenHash: keyedHash('api-token', token), ending: token.slice(-4) },
    });
    await auditRegister(tx, member, {
      action: 'deployment.token-created',
      subjectId: systemId,
      detail: { deploymentId, tokenId, name, scopes, expiresOn },
    });
    return { tokenId, token };
  });
}
