import type { Transaction } from '#db/database.ts';
import { listPeriods } from '#db/queries/deployment-period.server.ts';
import { listDeployments } from '#db/queries/deployment.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import type { LifecycleStage } from '#db/schema/ai-system.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { goesBeyond, stageHere, stagesOfNothing } from './fitting-stages.ts';
import { listRunningNow } from './list-running-now.server.ts';
import { isFurther } from './stage-conditions.ts';
import { stageOf, type StageEvent } from './stages.ts';

type OfSystem = { organisationId: string; systemId: string };
type OfPlace = OfSystem & { deploymentId: string };

/**
 * Refuses a stage of a place that its system as a whole has not reached. While the whole is suspended a place may
 * still be taken back from where it is, so that the system can go on at an earlier stage.
 */
export function requireWithinSystem(
  events: readonly StageEvent[],
  { systemId, deploymentId }: { systemId: string; deploymentId: string | null },
  stage: LifecycleStage,
): void {
  const whole = stageOf(events, systemId, null);
  if (whole === 'retired' && stage !== 'retired') {
    throw new ServiceError('invalid', 'system-retired');
  }
  const own = deploymentId === null ? 'idea' : stageOf(events, systemId, deploymentId);
  if (whole === 'suspended' && !isFurther(stage, own)) return;
  if (goesBeyond(stage, whole)) throw new ServiceError('invalid', 'stage-beyond-system');
}

/**
 * Refuses a stage at which nothing runs while something does, or is recorded to run later; of what ends or begins on
 * a day, it says the day. Retiring ends what runs.
 */
async function requireNothingRuns(tx: Transaction, place: OfPlace, stage: LifecycleStage) {
  if (stage === 'retired' || !stagesOfNothing.includes(stage)) return;
  const standing = (await listPeriods(tx, place)).filter(
    ({ validTo, supersededAt }) => supersededAt === null && (validTo === null || validTo > today()),
  );
  const [first] = standing;
  const last = standing.at(-1);
  if (first === undefined || last === undefined) return;
  if (!(await listRunningNow(tx, place)).has(place.deploymentId)) {
    throw new ServiceError('invalid', 'stage-version-begins', { day: first.validFrom });
  }
  if (last.validTo === null) throw new ServiceError('invalid', 'stage-version-runs');
  throw new ServiceError('invalid', 'stage-version-ends', { day: last.validTo });
}

/** Refuses a stage of the system as a whole that one of its places goes further than; to stop protects. */
async function requireBeforePlaces(
  tx: Transaction,
  events: readonly StageEvent[],
  { organisationId, systemId }: OfSystem,
  stage: LifecycleStage,
) {
  if (stage === 'suspended' || stage === 'retired') return;
  const places = await listDeployments(tx, { organisationId, systemId });
  const isBehind = places.some(({ id }) => goesBeyond(stageOf(events, systemId, id), stage));
  if (isBehind) throw new ServiceError('invalid', 'system-behind-places');
}

/** Stages of a system and of its places must fit. The caller holds the lock of the system's stages. */
export async function requireFittingStage(
  tx: Transaction,
  of: OfSystem & { deploymentId: string | null },
  stage: LifecycleStage,
): Promise<void> {
  const { organisationId, systemId, deploymentId } = of;
  const events = await listStageEvents(tx, { organisationId, systemId });
  if (deploymentId === null) {
    await requireBeforePlaces(tx, events, of, stage);
    return;
  }
  requireWithinSystem(events, { systemId, deploymentId }, stage);
  await requireNothingRuns(tx, { organisationId, systemId, deploymentId }, stage);
}

/** Refuses that a version runs where the stage says that nothing does: its own, also while the whole is suspended. */
export async function requireMayRun(
  tx: Transaction,
  { organisationId, systemId, deploymentId }: OfPlace,
): Promise<void> {
  const events = await listStageEvents(tx, { organisationId, systemId });
  const here = stageHere(events, { systemId, id: deploymentId });
  const own = stageOf(events, systemId, deploymentId);
  if ([here, own].some((stage) => stagesOfNothing.includes(stage))) {
    throw new ServiceError('invalid', 'version-before-stage');
  }
}
