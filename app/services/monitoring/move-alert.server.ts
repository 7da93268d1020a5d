import type { Member } from '#db/actor.server.ts';
import { findAlert, moveAlertRow } from '#db/queries/alert-course.server.ts';
import { insertAlertEvent } from '#db/queries/alert.server.ts';
import { findDeployment } from '#db/queries/deployment.server.ts';
import type { AlertEventKind, AlertState } from '#db/schema/alert.ts';
import type { Transaction } from '#db/database.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import type { AuditAction } from '../audit/audit-actions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { listHandlers } from './alert-handlers.server.ts';
import type { AlertStep, Conclusion } from './alert-steps.ts';

/** Where each step leads from, and to; null: it changes no state. */
const steps: Record<
  AlertStep,
  { from: readonly AlertState[]; to: AlertState | null; event: AlertEventKind }
> = {
  triage: { from: ['open'], to: 'triaged', event: 'triaged' },
  cause: { from: ['triaged'], to: 'cause-found', event: 'cause-found' },
  act: { from: ['cause-found'], to: 'acted', event: 'acted' },
  close: { from: ['acted'], to: 'closed', event: 'closed' },
  reopen: { from: ['closed'], to: 'triaged', event: 'reopened' },
  postpone: {
    from: ['open', 'triaged', 'cause-found', 'acted'],
    to: null,
    event: 'deadline-moved',
  },
  note: {
    from: ['open', 'triaged', 'cause-found', 'acted', 'closed'],
    to: null,
    event: 'noted',
  },
};

export type AlertMove = {
  alertId: string;
  step: AlertStep;
  revision: number;
  /** In words: why, what was found, what was done. Nothing happens silently. */
  reason: string;
  /** Last day of what comes next. */
  dueOn?: string | undefined;
  /** Of closing: what it was in the end. */
  conclusion?: Conclusion | undefined;
  ownerUserId?: string | undefined;
};

async function requireHandled(tx: Transaction, member: Member, alertId: string) {
  const { organisationId } = member;
  const alert = await findAlert(tx, { organisationId, alertId });
  if (!alert) throw new ServiceError('not-found');
  const { deploymentId } = alert;
  const deployment = await findDeployment(tx, { organisationId, deploymentId });
  if (!deployment) throw new ServiceError('not-found');
  authorise(member, 'alerts.handle', [deployment.siteId]);
  return { alert, systemId: deployment.systemId, siteId: deployment.siteId };
}

/** Takes an alert one step further, or says something of it, for a reason that stays. */
export async function moveAlert(member: Member, move: AlertMove): Promise<void> {
  const { organisationId, userId } = member;
  const { alertId, step, revision, reason, conclusion } = move;
  authorise(member, 'alerts.handle');
  await withActor(member, async (tx) => {
    const { alert, systemId, siteId } = await requireHandled(tx, member, alertId);
    const { from, to, event } = steps[step];
    if (alert.revision !== revision) {
      throw new ServiceError('conflict', 'edited-meanwhile', { revision: alert.revision });
    }
    if (!from.includes(alert.state)) throw new ServiceError('illegal-state', 'alert-step-wrong');
    const isEnd = to === 'closed';
    if (isEnd && conclusion === undefined) throw new ServiceError('invalid', 'conclusion-missing');
    const needsDay = step !== 'note' && !isEnd;
    if (needsDay && (move.dueOn === undefined || move.dueOn < today())) {
      throw new ServiceError('invalid', 'due-in-past');
    }
    if (move.ownerUserId !== undefined) {
      const handlers = await listHandlers(tx, { organisationId, siteId });
      if (!handlers.includes(move.ownerUserId)) throw new ServiceError('invalid', 'person-unknown');
    }
    const moved = await moveAlertRow(tx, {
      ...{ organisationId, alertId, revision },
      ...(to === null ? {} : { state: to }),
      ...(needsDay && move.dueOn !== undefined ? { dueOn: move.dueOn } : {}),
      ...(move.ownerUserId === undefined ? {} : { ownerUserId: move.ownerUserId }),
    });
    if (!moved) throw new ServiceError('conflict', 'edited-meanwhile', { revision });
    await insertAlertEvent(tx, {
      ...{ organisationId, alertId, kind: event, reason, recordedBy: userId },
      detail: conclusion === undefined ? {} : { conclusion },
      dueOn: needsDay ? (move.dueOn ?? null) : null,
    });
    const action = `alert.${event}` as AuditAction;
    await writeAudit(tx, {
      ...{ organisationId, actor: userId, action, subjectId: systemId },
      detail: { alertId, deploymentId: alert.deploymentId, kind: alert.kind, metric: alert.metric },
    });
  });
}
