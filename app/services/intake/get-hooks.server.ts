import type { Member } from '#db/actor.server.ts';
import { listMessages, listHooks } from '#db/queries/registry-hook.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { namesOf } from '../register/internal.server.ts';
import { readDeploymentPage, type OfDeployment } from './deployment-page.server.ts';

const newest = 20;

/** Hooks of a deployment, and what came through them last. */
export async function getHooks(member: Member, ids: OfDeployment) {
  authorise(member, 'deployments.manage');
  const { organisationId } = member;
  const here = { organisationId, deploymentId: ids.deploymentId };
  const page = await withActor(member, async (tx) => {
    const head = await readDeploymentPage(tx, member, ids);
    authorise(member, 'deployments.manage', [head.deployment.siteId]);
    const messages = await listMessages(tx, { ...here, limit: newest });
    return { ...head, hooks: await listHooks(tx, here), messages };
  });
  const names = await namesOf(page.hooks.map(({ createdBy }) => createdBy));
  return {
    ...page,
    hooks: page.hooks.map(({ createdBy, revokedAt, ...hook }) => ({
      ...hook,
      by: names.get(createdBy) ?? null,
      state: revokedAt ? ('revoked' as const) : ('active' as const),
    })),
  };
}
