import type { Member } from '#db/actor.server.ts';
import { deleteCardImport } from '#db/queries/card-import.server.ts';
import { withActor } from '../../../database.server.ts';
import { ServiceError } from '../../../errors.ts';
import { authorise } from '../../../permissions.ts';
import { auditRegister } from '../internal.server.ts';

/** Throws a card away that nobody took over; what was taken over stays as a source of its system. */
export async function discardCard(
  member: Member,
  { importId }: { importId: string },
): Promise<void> {
  authorise(member, 'models.manage');
  const { organisationId } = member;
  await withActor(member, async (tx) => {
    const isGone = await deleteCardImport(tx, { organisationId, importId });
    if (!isGone) throw new ServiceError('conflict', 'card-applied');
    await auditRegister(tx, member, {
      action: 'card.discarded',
      subjectId: organisationId,
      detail: { importId },
    });
  });
}
