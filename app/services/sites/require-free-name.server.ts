import type { Transaction } from '#db/database.ts';
import { listEverySite, lockSites } from '#db/queries/site.server.ts';
import { ServiceError } from '../../errors.ts';
import { nameKey } from '../name-key.ts';

/** Lists name sites in any case, so no two may be told apart by case alone; archived ones come back. */
export async function requireFreeName(
  tx: Transaction,
  params: { organisationId: string; name: string; except?: string },
): Promise<void> {
  await lockSites(tx, params);
  const wanted = nameKey(params.name);
  const sites = await listEverySite(tx, params);
  if (sites.some(({ id, name }) => id !== params.except && nameKey(name) === wanted)) {
    throw new ServiceError('conflict', 'site-name-taken');
  }
}
