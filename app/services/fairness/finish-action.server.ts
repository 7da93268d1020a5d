import type { Member } from '#db/actor.server.ts';
import { lockDeployment } from '#db/queries/deployment-period.server.ts';
import {
  insertFairnessActionOutcome,
  listFairnessActionOutcomes,
} from '#db/queries/fairness-action.server.ts';
import type { Transaction } from '#db/database.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { readPlace } from '../monitoring/get-monitoring.server.ts';
import { requireManaged, type DeploymentIds } from '../monitoring/internal.server.ts';
import { auditRegister } from '../register/internal.server.ts';
import type { FinishedAction } from './action-schema.ts';
import { successorOf } from './audit-state.ts';
import { requireAudit } from './internal.server.ts';

/** Which field of the form a refusal of the service is about. */
export const finishedActionRefusals = {
  'date-in-future': 'doneOn',
  'action-done-before-audit': 'doneOn',
} as const;

type OfAction = DeploymentIds & {
  auditId: string;
  /** Of the action among those of the audit, from 0. */
  position: number;
};

async function requireAction(
  tx: Transaction,
  { organisationId }: Pick<Member, 'organisationId'>,
  { deploymentId, auditId, position }: OfAction,
) {
  const { row, rows } = await requireAudit(tx, { organisationId, deploymentId, auditId });
  const action = row.run?.actions[position];
  if (!row.run || !action) throw new ServiceError('not-found');
  const successor = successorOf(rows, row)?.audit ?? null;
  return { audit: row.audit, run: row.run, action, successor };
}

/** An action of an audit for whoever may say that it is done. */
export async function getAction(member: Member, of: OfAction) {
  authorise(member, 'monitoring.manage');
  const { organisationId } = member;
  const { systemId, deploymentId, auditId, position } = of;
  return withActor(member, async (tx) => {
    await requireManaged(tx, member, { systemId, deploymentId });
    const { audit, action, successor } = await requireAction(tx, member, of);
    const outcomes = await listFairnessActionOutcomes(tx, {
      ...{ organisationId, deploymentIds: [deploymentId] },
    });
    const done = outcomes.find((one) => one.auditId === auditId && one.position === position);
    const place = await readPlace(tx, member, of);
    return { ...place, audit, action, successor, done: done ?? null, day: today() };
  });
}

/**
 * Says that an action of an audit is done, by whom, since when, and how one can see it. It is said once and stays.
 * An audit whose place another has taken asks for nothing any more.
 */
export async function finishAction(
  member: Member,
  { doneOn, doneBy, evidence, ...of }: OfAction & FinishedAction,
): Promise<void> {
  authorise(member, 'monitoring.manage');
  const { organisationId, userId: recordedBy } = member;
  const { systemId, deploymentId, auditId, position } = of;
  if (doneOn > today()) throw new ServiceError('invalid', 'date-in-future');
  await withActor(member, async (tx) => {
    await requireManaged(tx, member, { systemId, deploymentId });
    // As those who carry audits out: of an action and what takes its audit's place one comes first.
    await lockDeployment(tx, { organisationId, deploymentId });
    const { audit, run, action, successor } = await requireAction(tx, member, of);
    if (successor !== null) throw new ServiceError('illegal-state', 'audit-superseded');
    if (doneOn < run.ranOn) throw new ServiceError('invalid', 'action-done-before-audit');
    const added = await insertFairnessActionOutcome(tx, {
      ...{ organisationId, auditId, position, doneOn, doneBy, evidence, recordedBy },
    });
    if (!added) throw new ServiceError('conflict', 'action-done-meanwhile');
    await auditRegister(tx, member, {
      action: 'monitoring.fairness-action-done',
      subjectId: systemId,
      detail: {
        ...{ deploymentId, number: audit.number, action: action.action },
        ...{ doneOn, doneBy, evidence },
      },
    });
  });
}
