import type { Member } from '#db/actor.server.ts';
import { listTokens } from '#db/queries/api-token.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { namesOf } from '../register/internal.server.ts';
import { readDeploymentPage, type OfDeployment } from './deployment-page.server.ts';

function stateOf(revokedAt: Date | null, expiresOn: string, day: string) {
  if (revokedAt) return 'revoked' as const;
  return expiresOn < day ? ('expired' as const) : ('active' as const);
}

/** Tokens of a deployment, and which of them are still accepted. */
export async function getTokens(member: Member, ids: OfDeployment) {
  authorise(member, 'deployments.manage');
  const { organisationId } = member;
  const { deploymentId } = ids;
  const page = await withActor(member, async (tx) => {
    const head = await readDeploymentPage(tx, member, ids);
    authorise(member, 'deployments.manage', [head.deployment.siteId]);
    return { ...head, tokens: await listTokens(tx, { organisationId, deploymentId }) };
  });
  const names = await namesOf(page.tokens.map(({ createdBy }) => createdBy));
  const day = today();
  return {
    ...page,
    tokens: page.tokens.map(({ createdBy, revokedAt, ...token }) => ({
      ...token,
      by: names.get(createdBy) ?? null,
      state: stateOf(revokedAt, token.expiresOn, day),
    })),
  };
}
