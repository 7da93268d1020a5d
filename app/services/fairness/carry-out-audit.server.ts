import type { Member } from '#db/actor.server.ts';
import { insertFairnessAuditRun } from '#db/queries/fairness-audit.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { attuneVersion } from '../../version.ts';
import { auditRegister } from '../register/internal.server.ts';
import { actionsOf, type CarriedOut } from './audit-schema.ts';
import { evidenceOf } from './internal.server.ts';
import { requireOpenAudit, type AuditIds } from './step-audit.server.ts';

/**
 * Carries an audit out, once: the verdicts are those that were opened, as of the moment at which they were.
 * Numbers that came since are not in them; where what was read cannot be found again, it is looked at anew.
 */
export async function carryOutAudit(
  member: Member,
  { systemId, deploymentId, auditId, ...form }: AuditIds & CarriedOut,
): Promise<void> {
  const { organisationId, userId: recordedBy } = member;
  await withActor(member, async (tx) => {
    const { row } = await requireOpenAudit(tx, member, { systemId, deploymentId, auditId });
    if (row.opened === null) throw new ServiceError('illegal-state', 'audit-not-opened');
    const asOf = row.opened.at;
    const { verdicts, hash } = await evidenceOf(tx, { organisationId, deploymentId }, row, asOf);
    if (hash !== form.seen) throw new ServiceError('conflict', 'audit-look-again');
    const ranOn = today();
    const { carriedOutBy, conclusion, nextDueOn } = form;
    if (nextDueOn <= ranOn) throw new ServiceError('invalid', 'audit-next-past');
    const inserted = await insertFairnessAuditRun(tx, {
      ...{ organisationId, auditId, asOf, ranOn, carriedOutBy, verdicts, evidenceHash: hash },
      ...{ codeVersion: attuneVersion, conclusion, actions: actionsOf(form), nextDueOn },
      recordedBy,
    });
    if (!inserted) throw new ServiceError('conflict', 'audit-carried-out');
    await auditRegister(tx, member, {
      action: 'monitoring.fairness-audit-carried-out',
      subjectId: systemId,
      detail: { deploymentId, number: row.audit.number, evidenceHash: hash, nextDueOn },
    });
  });
}
