import type { Member } from '#db/actor.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { createInstrument, type VersionAddress } from './internal.server.ts';
import { libraryEntries } from './library.ts';

/** Copies a library entry into the organisation as a draft it may change before publishing. */
export async function adoptFromLibrary(
  member: Member,
  { slug }: { slug: string },
): Promise<VersionAddress> {
  authorise(member, 'instruments.design');
  const document = libraryEntries.find((entry) => entry.slug === slug);
  if (!document) throw new ServiceError('not-found');
  return withActor(member, (tx) =>
    createInstrument(tx, member, { document, action: 'instrument.adopted' }),
  );
}
