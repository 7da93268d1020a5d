import type { LifecycleStage } from '#db/schema/ai-system.ts';
import { isFurther } from './stage-conditions.ts';
import { stageOf, type StageEvent } from './stages.ts';

/** Stages at which nothing goes on, until it is lifted or for good. */
export const stops: readonly LifecycleStage[] = ['suspended', 'retired'];

/** Stages at which no version runs: nothing was bought or tried yet, or nothing is there any more. */
export const stagesOfNothing: readonly LifecycleStage[] = ['idea', 'procurement', 'retired'];

/**
 * Whether a place goes further than its system as a whole, which is what the organisation has approved. A stop
 * is never further; of a system that is stopped no place may read patients' data.
 */
export function goesBeyond(place: LifecycleStage, system: LifecycleStage): boolean {
  if (stops.includes(place)) return false;
  return isFurther(place, stops.includes(system) ? 'sandbox' : system);
}

/** The stage that holds at a place: where the system as a whole is stopped, so is each place. */
export function stageHere(
  events: readonly StageEvent[],
  { systemId, id }: { systemId: string; id: string },
): LifecycleStage {
  const whole = stageOf(events, systemId, null);
  const own = stageOf(events, systemId, id);
  return stops.includes(whole) && own !== 'retired' ? whole : own;
}

export const contradictionCodes = ['stage-beyond-system', 'stage-version-runs'] as const;
export type Contradiction = { code: (typeof contradictionCodes)[number]; deploymentId: string };

/**
 * What stages say against each other. Forms refuse it; what was recorded before they did is said. A stop of the
 * whole contradicts nothing: it holds until it is lifted, and each place goes on from where it was.
 */
export function contradictionsOf(
  events: readonly StageEvent[],
  { systemId, places }: { systemId: string; places: readonly { id: string; systemId: string }[] },
  running: ReadonlySet<string>,
): Contradiction[] {
  const whole = stageOf(events, systemId, null);
  return places.flatMap((place): Contradiction[] => {
    const deploymentId = place.id;
    const isBeyond =
      !stops.includes(whole) && goesBeyond(stageOf(events, systemId, place.id), whole);
    const runs = running.has(deploymentId) && stagesOfNothing.includes(stageHere(events, place));
    return [
      ...(isBeyond ? [{ code: 'stage-beyond-system' as const, deploymentId }] : []),
      ...(runs ? [{ code: 'stage-version-runs' as const, deploymentId }] : []),
    ];
  });
}
