import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { insertTransferNotices } from '#db/queries/transfer-notice.server.ts';
import { changedTransfers } from './compare-transfers.ts';
import type { SectionValues, Sections } from './description-schema.ts';
import { auditRegister } from './internal.server.ts';

type Saved = { systemId: string; number: number; before: Sections; after: SectionValues };

/**
 * A notice for each change of where data go, in the transaction of the description that makes it. What is said for
 * the first time changes nothing. The trail names the fields alone: its readers may be others than the section's.
 */
export async function raiseTransferNotices(
  tx: Transaction,
  member: Member,
  { systemId, number, before, after }: Saved,
): Promise<void> {
  if (before.sovereignty === undefined) return;
  const changes = changedTransfers(before.sovereignty, after);
  if (changes.length === 0) return;
  const { organisationId, userId: recordedBy } = member;
  const ofSystem = { organisationId, systemId, recordedBy, descriptionNumber: number };
  await insertTransferNotices(
    tx,
    changes.map((change) => ({ ...ofSystem, ...change })),
  );
  await auditRegister(tx, member, {
    action: 'system.transfer-noticed',
    subjectId: systemId,
    detail: { number, fields: changes.map(({ field }) => field) },
  });
}
