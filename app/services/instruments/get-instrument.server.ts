import type { Member } from '#db/actor.server.ts';
import { findVersion, listVersions } from '#db/queries/instrument.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise, can } from '../../permissions.ts';

/** An instrument with all its versions, newest first. */
export async function getInstrument(member: Member, { instrumentId }: { instrumentId: string }) {
  authorise(member, 'instruments.read');
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const versions = await listVersions(tx, { organisationId, instrumentId });
    const [newest] = versions;
    if (!newest) throw new ServiceError('not-found');
    const params = { organisationId, instrumentId, number: newest.number };
    const document = (await findVersion(tx, params))?.document;
    if (!document) throw new ServiceError('not-found');
    return {
      instrumentId,
      slug: document.slug,
      title: document.title,
      description: document.description,
      versions,
      mayCreateVersion: newest.state === 'published' && can(member, 'instruments.design'),
    };
  });
}
