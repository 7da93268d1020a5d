import type { Member } from '#db/actor.server.ts';
import {
  insertPeriod,
  listPeriods,
  lockDeployment,
  supersedePeriod,
} from '#db/queries/deployment-period.server.ts';
import { insertStageEvent, listStageEvents } from '#db/queries/stage-event.server.ts';
import type { LifecycleStage } from '#db/schema/ai-system.ts';
import type { Transaction } from '#db/database.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { auditRegister, requireDeployment, requireSystem } from './internal.server.ts';
import { eventsOf } from './stages.ts';

/** Which field of the form a refusal of the service is about. */
export const stageRefusals = {
  'stage-same': 'stage',
  'date-in-future': 'decidedOn',
  'decided-earlier': 'decidedOn',
  'change-before-start': 'decidedOn',
} as const;

type Input = {
  systemId: string;
  /** Null: the system as a whole. */
  deploymentId: string | null;
  stage: LifecycleStage;
  reason: string;
  decidedBy: string;
  decidedOn: string;
  /** Number of the newest decision that the form was made from. */
  revision: number;
};

/** What is retired runs no longer: the open period ends on the day of the decision. */
async function endRunning(
  tx: Transaction,
  decided: { organisationId: string; systemId: string; deploymentId: string } & Pick<
    Input,
    'decidedOn' | 'reason'
  > & { recordedBy: string },
): Promise<void> {
  const { organisationId, systemId, deploymentId, decidedOn, reason, recordedBy } = decided;
  const ofDeployment = { organisationId, deploymentId };
  const at = await lockDeployment(tx, ofDeployment);
  const open = (await listPeriods(tx, ofDeployment)).find(
    ({ validTo, supersededAt }) => validTo === null && supersededAt === null,
  );
  if (!open) return;
  const { id: periodId, versionId, validFrom } = open;
  if (validFrom >= decidedOn) throw new ServiceError('invalid', 'change-before-start');
  await supersedePeriod(tx, { ...ofDeployment, periodId, at, by: recordedBy });
  await insertPeriod(tx, {
    ...{ ...ofDeployment, systemId, versionId, validFrom, validTo: decidedOn },
    ...{ recordedAt: at, recordedBy, reason },
  });
}

/** A stage changes by a decision that somebody answers for, and by nothing else. */
export async function decideStage(member: Member, input: Input): Promise<void> {
  const { systemId, deploymentId, revision, ...decision } = input;
  authorise(member, 'deployments.decide');
  const { organisationId, userId: recordedBy } = member;
  if (decision.decidedOn > today()) throw new ServiceError('invalid', 'date-in-future');
  await withActor(member, async (tx) => {
    await requireSystem(tx, member, systemId);
    if (deploymentId === null) authoriseWhole(member);
    else {
      const { siteId } = await requireDeployment(tx, member, { systemId, deploymentId });
      authorise(member, 'deployments.decide', [siteId]);
    }
    const events = await listStageEvents(tx, { organisationId, systemId });
    const newest = eventsOf(events, systemId, deploymentId)[0];
    const seen = newest?.number ?? 0;
    if (seen !== revision)
      throw new ServiceError('conflict', 'decided-meanwhile', { revision: seen });
    if (newest?.stage === 'retired') throw new ServiceError('illegal-state', 'stage-retired');
    const confirms = newest?.kind === 'emergency' && decision.stage === 'suspended';
    if (newest?.stage === decision.stage && !confirms) {
      throw new ServiceError('invalid', 'stage-same');
    }
    if (newest && decision.decidedOn < newest.decidedOn) {
      throw new ServiceError('invalid', 'decided-earlier');
    }
    const kind = confirms ? 'ratification' : 'decision';
    const added = await insertStageEvent(tx, {
      ...{ organisationId, systemId, deploymentId, number: revision + 1, kind, recordedBy },
      ...decision,
    });
    if (!added) throw new ServiceError('conflict', 'decided-meanwhile', { revision: revision + 1 });
    if (decision.stage === 'retired' && deploymentId !== null) {
      await endRunning(tx, { organisationId, systemId, deploymentId, recordedBy, ...decision });
    }
    await auditRegister(tx, member, {
      action: deploymentId === null ? 'system.stage-decided' : 'deployment.stage-decided',
      subjectId: systemId,
      detail: { deploymentId, kind, before: newest?.stage ?? null, ...decision },
    });
  });
}

function authoriseWhole(member: Member): void {
  if (member.siteIds === null) return;
  throw new ServiceError('forbidden', 'forbidden-sites', { permission: 'deployments.decide' });
}
