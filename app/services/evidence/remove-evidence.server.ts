import type { Member } from '#db/actor.server.ts';
import { deleteEvidence } from '#db/queries/evidence.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';

/** Takes evidence out of the dossier; what it said stays in the audit trail. */
export async function removeEvidence(
  member: Member,
  { instrumentId, id }: { instrumentId: string; id: string },
): Promise<void> {
  authorise(member, 'evidence.manage');
  const { organisationId, userId } = member;
  await withActor(member, async (tx) => {
    const removed = await deleteEvidence(tx, { organisationId, instrumentId, id });
    if (!removed) throw new ServiceError('not-found');
    await writeAudit(tx, {
      ...{ organisationId, actor: userId, action: 'evidence.removed', subjectId: instrumentId },
      detail: { language: removed.language, finding: removed.finding },
    });
  });
}
