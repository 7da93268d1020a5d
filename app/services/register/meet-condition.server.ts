import type { Member } from '#db/actor.server.ts';
import { insertMetCondition, listStageConditions } from '#db/queries/stage-condition.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { authoriseDecision, auditRegister, requireSystem } from './internal.server.ts';

/** Which field of the form a refusal of the service is about. */
export const meetingRefusals = {
  'date-in-future': 'metOn',
  'met-before-asked': 'metOn',
} as const;

type Input = { systemId: string; conditionId: string; metOn: string; evidence: string };

/** Says that a condition is met, since when, and how one can see it. It is said once and stays. */
export async function meetCondition(member: Member, input: Input): Promise<void> {
  const { systemId, conditionId, metOn, evidence } = input;
  authorise(member, 'deployments.decide');
  const { organisationId, userId: recordedBy } = member;
  if (metOn > today()) throw new ServiceError('invalid', 'date-in-future');
  await withActor(member, async (tx) => {
    await requireSystem(tx, member, systemId);
    const conditions = await listStageConditions(tx, { organisationId, systemId });
    const condition = conditions.find(({ id }) => id === conditionId);
    if (!condition) throw new ServiceError('not-found');
    const { deploymentId, number, text } = condition;
    if (metOn < condition.decidedOn) throw new ServiceError('invalid', 'met-before-asked');
    await authoriseDecision(tx, member, { systemId, deploymentId });
    const added = await insertMetCondition(tx, {
      ...{ organisationId, systemId, deploymentId, conditionId, metOn, evidence, recordedBy },
    });
    if (!added) throw new ServiceError('conflict', 'condition-met-meanwhile');
    await auditRegister(tx, member, {
      action: 'condition.met',
      subjectId: systemId,
      detail: { deploymentId, decision: number, condition: text, metOn, evidence },
    });
  });
}
