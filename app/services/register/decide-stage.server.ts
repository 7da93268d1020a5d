import type { Member } from '#db/actor.server.ts';
import { insertStageConditions, listStageConditions } from '#db/queries/stage-condition.server.ts';
import { insertStageEvent, listStageEvents } from '#db/queries/stage-event.server.ts';
import { lockStages } from '#db/queries/stage-lock.server.ts';
import type { LifecycleStage } from '#db/schema/ai-system.ts';
import type { SilentState } from '#db/schema/exit-plan.ts';
import type { Transaction } from '#db/database.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { silentStateOf } from '../monitoring/silent-state.server.ts';
import type { DecisionForm } from './decision-schema.ts';
import { endRunning } from './end-running.server.ts';
import { auditRegister, authoriseDecision, namesOf, requireSystem } from './internal.server.ts';
import { nameOwners } from './name-owners.server.ts';
import { requireFittingStage } from './require-fitting-stage.server.ts';
import { requireRoles } from './require-roles.server.ts';
import {
  conditionsOf,
  isApproval,
  isPastSilent,
  isSilentDone,
  openBefore,
} from './stage-conditions.ts';
import { eventsOf, newestInForce, stageBeforeStop } from './stages.ts';

/** Which field of the form a refusal of the service is about. */
export const stageRefusals = {
  'stage-same': 'stage',
  'stage-beyond-system': 'stage',
  'stage-version-runs': 'stage',
  'system-behind-places': 'stage',
  'system-retired': 'stage',
  'date-in-future': 'decidedOn',
  'decided-earlier': 'decidedOn',
  'change-before-start': 'decidedOn',
  'conditions-open': 'despite',
  'criteria-open': 'despite',
} as const;

type Subject = {
  systemId: string;
  /** Null: the system as a whole. */
  deploymentId: string | null;
};
type Input = Subject & DecisionForm;

/** The stage as it is, if this decision may follow the ones that are there. */
async function readStage(tx: Transaction, member: Member, input: Input) {
  const { organisationId } = member;
  const { systemId, deploymentId, stage, revision, decidedOn } = input;
  const events = eventsOf(
    await listStageEvents(tx, { organisationId, systemId }),
    ...([systemId, deploymentId] as const),
  );
  const newest = events[0];
  const seen = newest?.number ?? 0;
  if (seen !== revision)
    throw new ServiceError('conflict', 'decided-meanwhile', { revision: seen });
  if (newest?.stage === 'retired') {
    throw new ServiceError('illegal-state', deploymentId ? 'stage-retired' : 'system-retired');
  }
  const confirms = newestInForce(events)?.kind === 'emergency' && stage === 'suspended';
  if (newest?.stage === stage && !confirms) throw new ServiceError('invalid', 'stage-same');
  if (newest && decidedOn < newest.decidedOn) {
    throw new ServiceError('invalid', 'decided-earlier');
  }
  const kind = confirms ? ('ratification' as const) : ('decision' as const);
  return { before: newest?.stage ?? null, left: stageBeforeStop(events), kind };
}

type Step = { before: LifecycleStage | null; isOutOfSilent: boolean; silent: SilentState | null };

/**
 * Refuses a step that does not fit the stages around it, or needs something which is not there: roles, what an
 * earlier approval asked for, or what the criteria of the silent mode ask for. The last two give way to a decision
 * that says why.
 */
async function requireReady(
  tx: Transaction,
  member: Member,
  { before, isOutOfSilent, silent, ...input }: Input & Step,
): Promise<void> {
  const { organisationId } = member;
  const { systemId, stage, despite } = input;
  await requireFittingStage(tx, { ...input, organisationId }, stage);
  await requireRoles(tx, { organisationId, systemId }, { ...input, before });
  if (despite !== null) return;
  const conditions = await listStageConditions(tx, { organisationId, systemId });
  const open = openBefore(conditionsOf(conditions, input), stage);
  if (open.length > 0) throw new ServiceError('invalid', 'conditions-open');
  if (isOutOfSilent && isPastSilent(stage) && !isSilentDone(silent)) {
    throw new ServiceError('invalid', 'criteria-open');
  }
}

/**
 * A stage changes by a decision that somebody answers for, and by nothing else. What is not approved is
 * recorded with what was asked for, and changes nothing.
 */
export async function decideStage(member: Member, input: Input): Promise<void> {
  const { systemId, deploymentId, stage: asked, reason, decidedBy, decidedOn, revision } = input;
  const { outcome, reviewOn, despite, conditions } = input;
  authorise(member, 'deployments.decide');
  const { organisationId, userId: recordedBy } = member;
  if (decidedOn > today()) throw new ServiceError('invalid', 'date-in-future');
  const names = await namesOf(conditions.flatMap(({ ownerId }) => ownerId ?? []));
  await withActor(member, async (tx) => {
    await requireSystem(tx, member, systemId);
    await authoriseDecision(tx, member, input);
    await lockStages(tx, { organisationId, systemId });
    const { before, left, kind } = await readStage(tx, member, input);
    const isApproved = isApproval(outcome);
    const isOutOfSilent = left === 'silent' && deploymentId !== null;
    const silentState = isOutOfSilent
      ? await silentStateOf(tx, { organisationId, deploymentId }, today())
      : null;
    if (isApproved) {
      await requireReady(tx, member, { ...input, before, isOutOfSilent, silent: silentState });
    }
    const stage: LifecycleStage = isApproved ? asked : (before ?? 'idea');
    const subject = { organisationId, systemId, deploymentId };
    const added = await insertStageEvent(tx, {
      ...{ ...subject, number: revision + 1, kind: isApproved ? kind : 'decision', recordedBy },
      ...{ stage, outcome, reviewOn, despite, silentState, reason, decidedBy, decidedOn },
      askedStage: isApproved ? null : asked,
    });
    if (!added) throw new ServiceError('conflict', 'decided-meanwhile', { revision: revision + 1 });
    const owned = await nameOwners(tx, member, conditions, names);
    await insertStageConditions(
      tx,
      owned.map((condition) => ({ ...condition, ...subject, eventId: added.id })),
    );
    if (stage === 'retired') await endRunning(tx, { ...subject, recordedBy, decidedOn, reason });
    await auditRegister(tx, member, {
      action: deploymentId === null ? 'system.stage-decided' : 'deployment.stage-decided',
      subjectId: systemId,
      detail: {
        ...{ deploymentId, kind, before, stage: asked, outcome, reason, decidedBy, decidedOn },
        ...{ reviewOn, despite, conditions: owned.map(({ text }) => text) },
      },
    });
  });
}
