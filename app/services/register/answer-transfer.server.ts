import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listSystemPeople } from '#db/queries/ai-system.server.ts';
import { insertTransferAnswer, listTransferNotices } from '#db/queries/transfer-notice.server.ts';
import type { SystemRole } from '#db/schema/ai-system.ts';
import type { TransferVerdict } from '#db/schema/transfer-notice.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise, can } from '../../permissions.ts';
import { today } from '../../today.ts';
import { auditRegister, requireSystem } from './internal.server.ts';
import { isServing } from './missing-duties.ts';
import { shownSections } from './shown-sections.ts';

const answering: readonly SystemRole[] = ['senior-owner', 'system-owner', 'data-protection'];

/** Who keeps the register, and who is named for the system as owner or for data protection. */
export async function mayAnswerTransfers(
  tx: Transaction,
  member: Member,
  systemId: string,
): Promise<boolean> {
  if (!can(member, 'transfers.answer')) return false;
  const { sections } = await requireSystem(tx, member, systemId);
  if (shownSections(member, sections).withheld.includes('sovereignty')) return false;
  if (can(member, 'models.manage')) return true;
  const people = await listSystemPeople(tx, { organisationId: member.organisationId, systemId });
  return people.some(
    ({ userId, role, ...dates }) =>
      userId === member.userId && answering.includes(role) && isServing(dates, today()),
  );
}

type Input = { systemId: string; noticeId: string; verdict: TransferVerdict; reason: string };

/** Says that a change of where data go was looked at, and what follows. A notice is answered once. */
export async function answerTransfer(
  member: Member,
  { systemId, noticeId, verdict, reason }: Input,
): Promise<void> {
  authorise(member, 'transfers.answer');
  const { organisationId, userId: answeredBy } = member;
  await withActor(member, async (tx) => {
    if (!(await mayAnswerTransfers(tx, member, systemId))) throw new ServiceError('forbidden');
    const notices = await listTransferNotices(tx, { organisationId, systemId });
    const notice = notices.find(({ id }) => id === noticeId);
    if (!notice) throw new ServiceError('not-found');
    const answer = { organisationId, noticeId, verdict, reason, answeredBy };
    if (!(await insertTransferAnswer(tx, answer))) {
      throw new ServiceError('conflict', 'transfer-answered');
    }
    const { descriptionNumber: number, field } = notice;
    await auditRegister(tx, member, {
      action: 'system.transfer-answered',
      subjectId: systemId,
      detail: { number, field, verdict },
    });
  });
}
