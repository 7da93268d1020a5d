import type { Member } from '#db/actor.server.ts';
import { countBatches, listBatches } from '#db/queries/monitoring-batch.server.ts';
import { listQuarantined } from '#db/queries/quarantine.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { namesOf } from '../register/internal.server.ts';
import { readDeploymentPage, type OfDeployment } from './deployment-page.server.ts';

const perPage = 50;

/** What was sent in for a deployment, newest first, and what waits for the register. */
export async function getBatches(member: Member, input: OfDeployment & { page: number }) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const { deploymentId, page } = input;
  const here = { organisationId, deploymentId };
  const found = await withActor(member, async (tx) => ({
    ...(await readDeploymentPage(tx, member, input)),
    batches: await listBatches(tx, { ...here, limit: perPage, offset: (page - 1) * perPage }),
    total: await countBatches(tx, here),
    waiting: await listQuarantined(tx, here),
  }));
  const names = await namesOf(found.batches.flatMap(({ userId }) => userId ?? []));
  return {
    ...found,
    ...{ page, pages: Math.max(1, Math.ceil(found.total / perPage)) },
    batches: found.batches.map(({ userId, token, withdrawal, ...batch }) => ({
      ...{ ...batch, told: withdrawal ? ('withdrawn' as const) : batch.state },
      sender: userId === null ? token : (names.get(userId) ?? null),
    })),
  };
}
