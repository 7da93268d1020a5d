import type { FairnessActionOutcome } from '#db/queries/fairness-action.server.ts';
import type { FairnessAudit } from '#db/queries/fairness-audit.server.ts';
import type { StageConditionRow } from '#db/queries/stage-condition.server.ts';
import { overdueAudits } from '../fairness/audit-state.ts';
import { openActions } from '../fairness/open-actions.ts';
import { conditionsOf, isOverdue } from './stage-conditions.ts';
import {
  eventsOf,
  isRetired,
  reviewAwaited,
  stageOf,
  waitingFor,
  type StageEvent,
} from './stages.ts';

type Decided = {
  events: readonly StageEvent[];
  conditions: readonly StageConditionRow[];
  today: string;
};
type OfSystem = { systemId: string; places: readonly { id: string; systemId: string }[] };

/** The system itself (`null`) and its places, without what is retired. */
function subjectsOf(events: readonly StageEvent[], { systemId, places }: OfSystem) {
  const whole = stageOf(events, systemId, null) === 'retired' ? [] : [null];
  return [...whole, ...places.filter((place) => !isRetired(events, place)).map(({ id }) => id)];
}

/** Conditions that are not met though their day has passed. */
export function overdueConditions(
  { events, conditions, today }: Decided,
  ofSystem: OfSystem,
): StageConditionRow[] {
  const { systemId } = ofSystem;
  return subjectsOf(events, ofSystem)
    .flatMap((deploymentId) => conditionsOf(conditions, { systemId, deploymentId }))
    .filter((condition) => isOverdue(condition, today));
}

/** What decisions and audits of a system and its places wait for; of what is retired, nothing. */
export function awaitedOf(
  decided: Decided & {
    audits: readonly FairnessAudit[];
    outcomes: readonly FairnessActionOutcome[];
  },
  ofSystem: OfSystem,
) {
  const { events, outcomes, today } = decided;
  const subjects = subjectsOf(events, ofSystem);
  const daysOf = (dayOf: (own: readonly StageEvent[]) => string | null) =>
    subjects.flatMap((deploymentId) => {
      const on = dayOf(eventsOf(events, ofSystem.systemId, deploymentId));
      return on === null ? [] : [{ deploymentId, on }];
    });
  const audits = decided.audits.filter(({ audit }) => subjects.includes(audit.deploymentId));
  return {
    unratified: daysOf(waitingFor),
    reviews: daysOf(reviewAwaited),
    overdue: overdueConditions(decided, ofSystem),
    overdueAudits: overdueAudits(audits, today),
    actions: openActions(audits, outcomes),
  };
}
