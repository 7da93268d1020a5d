import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { setRetentionHold, setRetentionMonths } from '#db/queries/retention.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import type { AuditAction } from '../audit/audit-actions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';

async function record(
  tx: Transaction,
  member: Member,
  studyId: string,
  action: AuditAction,
  detail: Record<string, unknown>,
) {
  const { organisationId, userId } = member;
  await writeAudit(tx, { organisationId, actor: userId, action, subjectId: studyId, detail });
}

export async function changeRetention(
  member: Member,
  studyId: string,
  months: number,
): Promise<void> {
  authorise(member, 'retention.manage');
  const { organisationId } = member;
  await withActor(member, async (tx) => {
    const study = await setRetentionMonths(tx, { organisationId, studyId, months });
    if (!study) throw new ServiceError('not-found');
    await record(tx, member, studyId, 'retention.changed', { months });
  });
}

/** With a reason the study is held; `null` releases it. */
export async function setHold(
  member: Member,
  studyId: string,
  reason: string | null,
): Promise<void> {
  authorise(member, 'retention.manage');
  const { organisationId } = member;
  await withActor(member, async (tx) => {
    const study = await setRetentionHold(tx, { organisationId, studyId, hold: reason });
    if (!study) throw new ServiceError('conflict');
    const action = reason === null ? 'retention.released' : 'retention.held';
    await record(tx, member, studyId, action, reason === null ? {} : { reason });
  });
}
