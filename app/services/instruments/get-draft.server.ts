import type { Member } from '#db/actor.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { requireVersion, type VersionAddress } from './internal.server.ts';

/** A draft for whoever changes its structure. */
export async function getDraft(member: Member, address: VersionAddress) {
  authorise(member, 'instruments.design');
  const version = await withActor(member, (tx) => requireVersion(tx, member, address));
  if (version.state !== 'draft') {
    throw new ServiceError('illegal-state', 'version-published', { number: version.number });
  }
  return version;
}
