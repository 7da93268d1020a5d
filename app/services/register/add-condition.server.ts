import type { Member } from '#db/actor.server.ts';
import { insertStageConditions } from '#db/queries/stage-condition.server.ts';
import { insertStageEvent, listStageEvents } from '#db/queries/stage-event.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import type { AddedCondition } from './condition-schema.ts';
import { auditRegister, authoriseDecision, namesOf, requireSystem } from './internal.server.ts';
import { nameOwners } from './name-owners.server.ts';
import { requireNotRetired } from './require-not-retired.server.ts';
import { eventsOf } from './stages.ts';

/** Which field of the form a refusal of the service is about. */
export const addedConditionRefusals = {
  'date-in-future': 'decidedOn',
  'decided-earlier': 'decidedOn',
  'person-unknown': 'ownerId',
} as const;

type Input = { systemId: string; deploymentId: string | null } & AddedCondition;

/**
 * Asks for more at the stage that something is in. It is recorded beside the decisions, with who answers for it,
 * and decides nothing else: an emergency, and what is to be reviewed, stay as open as they were.
 */
export async function addCondition(member: Member, input: Input): Promise<void> {
  const { systemId, deploymentId, condition, reason, decidedBy, decidedOn, revision } = input;
  authorise(member, 'deployments.decide');
  const { organisationId, userId: recordedBy } = member;
  if (decidedOn > today()) throw new ServiceError('invalid', 'date-in-future');
  const names = await namesOf(condition.ownerId === null ? [] : [condition.ownerId]);
  await withActor(member, async (tx) => {
    await requireSystem(tx, member, systemId);
    await authoriseDecision(tx, member, input);
    await requireNotRetired(tx, { organisationId, systemId, deploymentId });
    const events = await listStageEvents(tx, { organisationId, systemId });
    const [newest] = eventsOf(events, systemId, deploymentId);
    const seen = newest?.number ?? 0;
    if (seen !== revision) {
      throw new ServiceError('conflict', 'decided-meanwhile', { revision: seen });
    }
    const stage = newest?.stage ?? 'idea';
    if (newest && decidedOn < newest.decidedOn) {
      throw new ServiceError('invalid', 'decided-earlier');
    }
    const subject = { organisationId, systemId, deploymentId };
    const added = await insertStageEvent(tx, {
      ...{ ...subject, number: revision + 1, kind: 'conditions', stage, recordedBy },
      ...{ outcome: 'approved-with-contingencies', reason, decidedBy, decidedOn },
    });
    if (!added) throw new ServiceError('conflict', 'decided-meanwhile', { revision: revision + 1 });
    const owned = await nameOwners(tx, member, [condition], names);
    await insertStageConditions(
      tx,
      owned.map((one) => ({ ...one, ...subject, eventId: added.id })),
    );
    const { text, dueOn, isBeforeNext, ownerRole } = condition;
    await auditRegister(tx, member, {
      action: 'condition.added',
      subjectId: systemId,
      detail: {
        ...{ deploymentId, decision: revision + 1, stage, condition: text, dueOn, isBeforeNext },
        ...{ owner: owned[0]?.owner ?? '', ownerRole, reason, decidedBy, decidedOn },
      },
    });
  });
}
