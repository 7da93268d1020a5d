import type { Member } from '#db/actor.server.ts';
import { deleteCardImport } from '#db/queries/card-import.server.ts';
import { withActor } from '../../../database.server.ts';
import { ServiceError } from '../../../errors.ts';
import { authorise } from '../../../permissions.ts';

/** Throws a card away that nobody took over; what was taken over stays as a source of its system. */
export async function discardCard(
  member: Member,
  { importId }: { importId: string },
): Promise<void> {
  authorise(member, 'models.manage');
  const { organisationId } = member;
  const isGone = await withActor(member, (tx) =>
    deleteCardImport(tx, { organisationId, importId }),
  );
  if (!isGone) throw new ServiceError('conflict', 'card-applied');
}
