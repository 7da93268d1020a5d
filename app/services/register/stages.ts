import type { LifecycleStage } from '#db/schema/ai-system.ts';
import type { DecisionOutcome, StageEventKind } from '#db/schema/deployment.ts';
import { isApproval } from './stage-conditions.ts';

export type StageEvent = {
  systemId: string;
  deploymentId: string | null;
  number: number;
  kind: StageEventKind;
  stage: LifecycleStage;
  outcome: DecisionOutcome;
  reviewOn: string | null;
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

/** The stage that a stop left, or the one that it is in: stopping leads past nothing. Newest first. */
export function stageBeforeStop(events: readonly StageEvent[]): LifecycleStage | null {
  return events.find(({ stage }) => stage !== 'suspended')?.stage ?? null;
}

/** A deployment that runs no longer: of itself, or as its whole system. */
export function isRetired(
  events: readonly StageEvent[],
  { systemId, id }: { systemId: string; id: string },
): boolean {
  return [id, null].some((of) => stageOf(events, systemId, of) === 'retired');
}

/** Decided, not only asked for more at the stage that it is in. */
const isDecided = ({ kind }: StageEvent) => kind !== 'conditions';

/**
 * The newest that changed anything: what was declined, and a condition that was added, leave an emergency as open
 * as it was.
 */
export function newestInForce<Event extends StageEvent>(events: readonly Event[]) {
  return events.find((event) => isDecided(event) && isApproval(event.outcome));
}

/** Until when somebody must decide about an emergency that nobody has decided about yet. Newest first. */
export function waitingFor(events: readonly StageEvent[]): string | null {
  const newest = newestInForce(events);
  return newest?.kind === 'emergency' ? newest.ratifyBy : null;
}

/** What a place still waits for a decision about: of what is retired, also with its whole system, nothing. */
export function openEventsOf<Event extends StageEvent>(
  events: readonly Event[],
  place: { systemId: string; id: string },
): Event[] {
  return isRetired(events, place) ? [] : eventsOf(events, place.systemId, place.id);
}

/** By when something that was not approved is looked at again, unless that was done. Newest first. */
export function reviewAwaited(events: readonly StageEvent[]): string | null {
  return events.find(isDecided)?.reviewOn ?? null;
}
