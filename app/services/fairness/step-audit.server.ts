import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { lockDeployment } from '#db/queries/deployment-period.server.ts';
import { insertFairnessAuditEvent, type FairnessAudit } from '#db/queries/fairness-audit.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { requireManaged, type DeploymentIds } from '../monitoring/internal.server.ts';
import { auditRegister } from '../register/internal.server.ts';
import { opensOn, successorOf } from './audit-state.ts';
import { computeEvidence, readEvidence, requireAudit } from './internal.server.ts';

export type AuditIds = DeploymentIds & { auditId: string };

/** The audit, if it is still to be carried out, and the moment from which on nobody else changes that. */
export async function requireOpenAudit(
  tx: Transaction,
  member: Member,
  { auditId, ...ids }: AuditIds,
): Promise<{ row: FairnessAudit; at: Date }> {
  await requireManaged(tx, member, ids);
  const place = { organisationId: member.organisationId, deploymentId: ids.deploymentId };
  const at = await lockDeployment(tx, place);
  const { row, rows } = await requireAudit(tx, { ...place, auditId });
  if (row.run !== null) throw new ServiceError('conflict', 'audit-carried-out');
  if (row.withdrawn !== null) throw new ServiceError('conflict', 'audit-withdrawn');
  if (successorOf(rows, row) !== null) throw new ServiceError('illegal-state', 'audit-superseded');
  return { row, at };
}

/**
 * Shows the verdicts from now on, to everybody, as of this moment; of two who open them the first. Not before the
 * period is over: a part of it would stand for the whole.
 */
export async function openVerdicts(member: Member, ids: AuditIds): Promise<void> {
  const { organisationId, userId: recordedBy } = member;
  const { auditId, systemId, deploymentId } = ids;
  const asked = await withActor(member, async (tx) => {
    const { row, at } = await requireOpenAudit(tx, member, ids);
    if (opensOn(row.audit, today()) !== null) {
      throw new ServiceError('illegal-state', 'audit-period-runs');
    }
    return readEvidence(tx, { organisationId, deploymentId }, row, at);
  });
  const { verdicts } = await computeEvidence(asked);
  if (verdicts.every(({ from }) => from === '')) {
    throw new ServiceError('illegal-state', 'audit-nothing-to-compare');
  }
  const at = asked.input.asOf;
  await withActor(member, async (tx) => {
    // It may be carried out, withdrawn or replaced by now.
    const { row } = await requireOpenAudit(tx, member, ids);
    const event = { organisationId, auditId, kind: 'opened', at, recordedBy } as const;
    if (!(await insertFairnessAuditEvent(tx, event))) return;
    await auditRegister(tx, member, {
      action: 'monitoring.fairness-audit-opened',
      subjectId: systemId,
      detail: { deploymentId, number: row.audit.number },
    });
  });
}

/** An audit that is not carried out after all: it stays listed, with the reason. */
export async function withdrawAudit(
  member: Member,
  { reason, ...ids }: AuditIds & { reason: string },
): Promise<void> {
  const { organisationId, userId: recordedBy } = member;
  const { auditId, systemId, deploymentId } = ids;
  await withActor(member, async (tx) => {
    const { row, at } = await requireOpenAudit(tx, member, ids);
    const event = { organisationId, auditId, kind: 'withdrawn', at, reason, recordedBy } as const;
    if (!(await insertFairnessAuditEvent(tx, event))) {
      throw new ServiceError('conflict', 'audit-withdrawn');
    }
    await auditRegister(tx, member, {
      action: 'monitoring.fairness-audit-withdrawn',
      subjectId: systemId,
      detail: { deploymentId, number: row.audit.number, reason, wasOpened: row.opened !== null },
    });
  });
}
