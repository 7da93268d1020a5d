import { createHash } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import { insertCardImport } from '#db/queries/card-import.server.ts';
import { withActor } from '../../../database.server.ts';
import { authorise } from '../../../permissions.ts';
import { auditRegister } from '../internal.server.ts';
import { keptFields } from './card-reading.ts';
import { readCard } from './read-card.ts';

/** Keeps a card that can be read; nothing of it is in the register until somebody has seen the report. */
export async function uploadCard(
  member: Member,
  { fileName, content }: { fileName: string; content: string },
): Promise<{ importId: string }> {
  authorise(member, 'models.manage');
  const { format, report } = readCard(content);
  const { organisationId, userId: readBy } = member;
  const contentHash = createHash('sha256').update(content).digest('hex');
  const row = { organisationId, format, fileName: fileName.slice(0, 200), contentHash, readBy };
  return withActor(member, async (tx) => {
    const importId = await insertCardImport(tx, { ...row, content, unmapped: keptFields(report) });
    await auditRegister(tx, member, {
      action: 'card.uploaded',
      subjectId: organisationId,
      detail: { importId, format, contentHash },
    });
    return { importId };
  });
}
