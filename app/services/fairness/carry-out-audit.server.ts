import type { Member } from '#db/actor.server.ts';
import { insertFairnessAuditRun } from '#db/queries/fairness-audit.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditRegister } from '../register/internal.server.ts';
import { actionsOf, type CarriedOut } from './audit-schema.ts';
import { evidenceVersion } from './evidence-version.ts';
import { computeEvidence, readEvidence } from './internal.server.ts';
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
  const ids = { systemId, deploymentId, auditId };
  const asked = await withActor(member, async (tx) => {
    const { row } = await requireOpenAudit(tx, member, ids);
    if (row.opened === null) throw new ServiceError('illegal-state', 'audit-not-opened');
    return readEvidence(tx, { organisationId, deploymentId }, row, row.opened.at);
  });
  const { asOf } = asked.input;
  const { verdicts, hash } = await computeEvidence(asked);
  if (hash !== form.seen) throw new ServiceError('conflict', 'audit-look-again');
  await withActor(member, async (tx) => {
    // What was known at a moment that is past stays; the audit may be withdrawn by now.
    const { row } = await requireOpenAudit(tx, member, ids);
    const ranOn = today();
    const { carriedOutBy, conclusion, nextDueOn } = form;
    if (nextDueOn <= ranOn) throw new ServiceError('invalid', 'audit-next-past');
    const inserted = await insertFairnessAuditRun(tx, {
      ...{ organisationId, auditId, asOf, ranOn, carriedOutBy, verdicts, evidenceHash: hash },
      ...{ codeVersion: evidenceVersion, conclusion, actions: actionsOf(form), nextDueOn },
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
