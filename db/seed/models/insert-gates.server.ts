import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../database.ts';
import type { LifecycleStage } from '../../schema/ai-system.ts';
import { stageEvents } from '../../schema/deployment.ts';
import { metConditions, stageConditions } from '../../schema/stage-condition.ts';
import { daysBefore } from '../panel/days.ts';
import type { DemoCondition, DemoSystem } from './demo-system.ts';

type OfDeployment = {
  organisationId: string;
  systemId: string;
  deploymentId: string;
  recordedBy: string;
  decidedBy: string;
  stage: LifecycleStage;
};

/** The second decision about a place: on from the silent mode, with conditions. */
export async function insertApproval(
  tx: Transaction,
  { decidedOn, ...of }: OfDeployment & { decidedOn: string },
  conditions: readonly DemoCondition[],
  today: Date,
): Promise<void> {
  const eventId = randomUUID();
  await tx.insert(stageEvents).values({
    ...{ ...of, id: eventId, number: 2, kind: 'decision', decidedOn },
    outcome: 'approved-with-contingencies',
    despite: 'The silent mode began before criteria were written here (demo)',
    reason: 'It found what the nurses found; two things were left to do (demo)',
  });
  const { organisationId, systemId, deploymentId, recordedBy } = of;
  const place = { organisationId, systemId, deploymentId };
  for (const [position, { met, dueInDays, ...condition }] of conditions.entries()) {
    const id = randomUUID();
    await tx.insert(stageConditions).values({
      ...{ ...place, ...condition, id, eventId, position, dueOn: daysBefore(today, -dueInDays) },
    });
    if (!met) continue;
    await tx.insert(metConditions).values({
      ...{ ...place, conditionId: id, recordedBy, evidence: met.evidence },
      metOn: daysBefore(today, met.daysAgo),
    });
  }
}

/** What was asked for a place and is to be reviewed again. */
export async function insertAsked(
  tx: Transaction,
  of: OfDeployment,
  asked: NonNullable<DemoSystem['places'][number]['asked']>,
  today: Date,
): Promise<void> {
  await tx.insert(stageEvents).values({
    ...{ ...of, number: 2, kind: 'decision', outcome: 'to-be-reviewed', reason: asked.reason },
    ...{ askedStage: asked.stage, decidedOn: daysBefore(today, asked.daysAgo) },
    reviewOn: daysBefore(today, -asked.reviewInDays),
  });
}
