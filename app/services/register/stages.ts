import type { LifecycleStage } from '#db/schema/ai-system.ts';
import type { StageEventKind } from '#db/schema/deployment.ts';

export type StageEvent = {
  systemId: string;
  deploymentId: string | null;
  number: number;
  kind: StageEventKind;
  stage: LifecycleStage;
  ratifyBy: string | null;
};

/** What is about the system itself (`null`) or one of its deployments, newest first. */
export function eventsOf<Event extends StageEvent>(
  events: readonly Event[],
  systemId: string,
  deploymentId: string | null,
): Event[] {
  return events
    .filter((event) => event.systemId === systemId && event.deploymentId === deploymentId)
    .sort((a, b) => b.number - a.number);
}

export function stageOf(
  events: readonly StageEvent[],
  systemId: string,
  deploymentId: string | null,
) {
  return eventsOf(events, systemId, deploymentId)[0]?.stage ?? 'idea';
}

/** A deployment that runs no longer: of itself, or as its whole system. */
export function isRetired(
  events: readonly StageEvent[],
  { systemId, id }: { systemId: string; id: string },
): boolean {
  return [id, null].some((of) => stageOf(events, systemId, of) === 'retired');
}

/** Until when somebody must decide about an emergency that nobody has decided about yet. */
export function waitingFor(newest: StageEvent | undefined): string | null {
  return newest?.kind === 'emergency' ? newest.ratifyBy : null;
}
