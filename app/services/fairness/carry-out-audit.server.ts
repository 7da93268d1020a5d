import type { Member } from '#db/actor.server.ts';
import { insertFairnessAuditRun } from '#db/queries/fairness-audit.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { attuneVersion } from '../../version.ts';
import { requireManaged, type DeploymentIds } from '../monitoring/internal.server.ts';
import { auditRegister } from '../register/internal.server.ts';
import { actionsOf, type CarriedOut } from './audit-schema.ts';
import { successorOf } from './audit-state.ts';
import { evidenceOf, requireAudit } from './internal.server.ts';

const longestLook = 24 * 60 * 60 * 1000;

/**
 * Carries an audit out, once: the verdicts are those that the person read, as of the moment they read them.
 * Numbers that came since are not in them; where what was read cannot be found again, it is looked at anew.
 */
export async function carryOutAudit(
  member: Member,
  { systemId, deploymentId, auditId, ...form }: DeploymentIds & { auditId: string } & CarriedOut,
): Promise<void> {
  const { organisationId, userId: recordedBy } = member;
  const ids = { systemId, deploymentId };
  const asOf = new Date(form.asOf);
  const age = Date.now() - asOf.getTime();
  if (!(age >= 0 && age < longestLook)) throw new ServiceError('conflict', 'audit-look-again');
  await withActor(member, async (tx) => {
    await requireManaged(tx, member, ids);
    const { row, rows } = await requireAudit(tx, { organisationId, deploymentId, auditId });
    if (row.run !== null) throw new ServiceError('conflict', 'audit-carried-out');
    if (successorOf(rows, row) !== null)
      throw new ServiceError('illegal-state', 'audit-superseded');
    const { verdicts, hash } = await evidenceOf(tx, { organisationId, deploymentId }, row, asOf);
    if (hash !== form.seen) throw new ServiceError('conflict', 'audit-look-again');
    if (verdicts.every((one) => one.rows.length === 0)) {
      throw new ServiceError('illegal-state', 'audit-nothing-to-compare');
    }
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
