import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listChangeNotices, listChangePlans } from '#db/queries/model-change.server.ts';
import { listTransferNotices } from '#db/queries/transfer-notice.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { mayAnswerTransfers } from './answer-transfer.server.ts';
import { namesOf, requireSystem } from './internal.server.ts';
import { readSystemFrame } from './read-system.server.ts';
import { shownSections } from './shown-sections.ts';

/** Changes of where data go, for who may read where they go; null for others. */
async function readTransfers(tx: Transaction, member: Member, systemId: string) {
  const { sections } = await requireSystem(tx, member, systemId);
  if (shownSections(member, sections).withheld.includes('sovereignty')) return null;
  const { organisationId } = member;
  return listTransferNotices(tx, { organisationId, systemId });
}

/** Which changes are planned, what the supplier has announced, and what was changed of where data go. */
export async function getChanges(member: Member, { systemId }: { systemId: string }) {
  authorise(member, 'models.read');
  const ofSystem = { organisationId: member.organisationId, systemId };
  const page = await withActor(member, async (tx) => ({
    frame: await readSystemFrame(tx, member, systemId),
    plans: await listChangePlans(tx, ofSystem),
    notices: await listChangeNotices(tx, ofSystem),
    transfers: await readTransfers(tx, member, systemId),
    mayAnswer: await mayAnswerTransfers(tx, member, systemId),
    day: today(),
  }));
  const { transfers } = page;
  const names = await namesOf(
    (transfers ?? []).flatMap(({ recordedBy, answeredBy }) => [recordedBy, answeredBy ?? '']),
  );
  return {
    ...page,
    transfers:
      transfers?.map(({ recordedBy, answeredBy, ...notice }) => ({
        ...notice,
        by: names.get(recordedBy) ?? null,
        answeredBy: answeredBy === null ? null : (names.get(answeredBy) ?? null),
        /** Whoever changed it looked at it too: a reader should know. */
        isOwnAnswer: answeredBy === recordedBy,
      })) ?? null,
  };
}
export type TransferOfPage = NonNullable<
  Awaited<ReturnType<typeof getChanges>>['transfers']
>[number];
