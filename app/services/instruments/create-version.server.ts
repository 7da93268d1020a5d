import type { Member } from '#db/actor.server.ts';
import { findVersion, insertVersion, listVersions } from '#db/queries/instrument.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { auditVersion, type VersionAddress } from './internal.server.ts';

/** A draft copy of the newest published version; an instrument has one draft at a time. */
export async function createVersion(
  member: Member,
  { instrumentId }: { instrumentId: string },
): Promise<VersionAddress> {
  authorise(member, 'instruments.design');
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const [newest] = await listVersions(tx, { organisationId, instrumentId });
    const from =
      newest && (await findVersion(tx, { organisationId, instrumentId, number: newest.number }));
    if (!from) throw new ServiceError('not-found');
    if (from.state === 'draft') throw new ServiceError('illegal-state', 'draft-exists');
    const { document, contentHash } = from;
    const address = { instrumentId, number: from.number + 1 };
    const version = await insertVersion(tx, { organisationId, ...address, document, contentHash });
    if (!version) throw new ServiceError('conflict', 'draft-exists');
    await auditVersion(tx, member, { action: 'instrument.version-created', address, detail: {} });
    return address;
  });
}
