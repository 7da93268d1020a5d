import type { Member } from '#db/actor.server.ts';
import { findVersion } from '#db/queries/model-version.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import type { VersionIds } from './edit-version.server.ts';
import { readSystemFrame } from './read-system.server.ts';

/** A version with the head of its system's pages, for who may put it right. */
export async function getVersion(member: Member, { systemId, versionId }: VersionIds) {
  authorise(member, 'models.manage');
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const frame = await readSystemFrame(tx, member, systemId);
    const version = await findVersion(tx, { organisationId, systemId, versionId });
    if (!version) throw new ServiceError('not-found');
    return { frame, version };
  });
}
