import type { LifecycleStage } from '#db/schema/ai-system.ts';
import type { DecisionOutcome } from '#db/schema/deployment.ts';
import type { SilentState } from '#db/schema/exit-plan.ts';
import { allOf } from '../all-of.ts';

/** In the order in which forms offer them; the database holds the same words. */
export const decisionOutcomes = allOf<DecisionOutcome>()([
  'approved',
  'approved-with-contingencies',
  'to-be-reviewed',
  'declined',
]);

/** Whether the stage changes. */
export const isApproval = (outcome: DecisionOutcome) =>
  outcome === 'approved' || outcome === 'approved-with-contingencies';

type Condition = {
  systemId: string;
  deploymentId: string | null;
  /** The stage that was approved with it. */
  stage: LifecycleStage;
  dueOn: string;
  isBeforeNext: boolean;
  metOn: string | null;
};

/** How far each stage goes; to stop is never a step further. */
const reach: Record<LifecycleStage, number> = {
  ...{ suspended: -1, retired: -1, idea: 0, procurement: 1, sandbox: 2 },
  ...{ silent: 3, pilot: 4, restricted: 5, live: 6 },
};

export const isFurther = (stage: LifecycleStage, than: LifecycleStage) =>
  reach[stage] > reach[than];

/** Whether a stage reaches further than the silent mode, so that people act on what the system says. */
export const isPastSilent = (asked: LifecycleStage) => isFurther(asked, 'silent');

/** Whether the silent mode found all that its criteria ask for; without criteria it found nothing. */
export function isSilentDone(silent: SilentState | null): boolean {
  if (silent === null || silent.days < silent.minimumDays) return false;
  return silent.criteria.length > 0 && silent.criteria.every(({ state }) => state === 'met');
}

/** Of the system as a whole (`null`) or of one deployment. */
export function conditionsOf<One extends Condition>(
  conditions: readonly One[],
  { systemId, deploymentId }: { systemId: string; deploymentId: string | null },
): One[] {
  return conditions.filter((one) => one.systemId === systemId && one.deploymentId === deploymentId);
}

/** What had to be met before a stage, and is not: whichever stages lie between. */
export function openBefore<One extends Condition>(
  conditions: readonly One[],
  asked: LifecycleStage,
): One[] {
  return conditions.filter(
    ({ isBeforeNext, metOn, stage }) => isBeforeNext && metOn === null && isFurther(asked, stage),
  );
}

/** Not met, and the day for it has passed. */
export const isOverdue = ({ metOn, dueOn }: Pick<Condition, 'metOn' | 'dueOn'>, today: string) =>
  metOn === null && dueOn < today;
