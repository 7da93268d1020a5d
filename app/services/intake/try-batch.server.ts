import type { ApiToken } from '#db/actor.server.ts';
import { touchToken } from '#db/queries/api-token.server.ts';
import { withActor } from '../../database.server.ts';
import { plannedFor } from './planned-for.server.ts';
import type { ReadBatch } from './sender.ts';
import { placeOf, weighBatch, type Weighed } from './weigh-batch.server.ts';

/**
 * A dry run for a machine: what storing would do, asked of the database and not done. No key is used, no record is
 * kept and no alert raised; that the token was used is.
 */
export async function tryBatch(actor: ApiToken, batch: ReadBatch): Promise<Weighed> {
  const { organisationId, deploymentId } = actor;
  const here = { organisationId, deploymentId };
  const planned = await plannedFor(here);
  return withActor(actor, async (tx) => {
    await touchToken(tx, actor);
    return weighBatch(tx, await placeOf(tx, here, batch), batch, planned);
  });
}
