import type { FairnessAudit } from '#db/queries/fairness-audit.server.ts';
import type { StageConditionRow } from '#db/queries/stage-condition.server.ts';
import { overdueAudits } from '../fairness/audit-state.ts';
import { conditionsOf, isOverdue } from './stage-conditions.ts';
import {
  eventsOf,
  isRetired,
  reviewAwaited,
  stageOf,
  waitingFor,
  type StageEvent,
} from './stages.ts';

type Place = { id: string; systemId: string };

/** What decisions of a system and its places wait for; of what is retired, nothing. */
export function awaitedOf(
  {
    events,
    conditions,
    audits,
    today,
  }: {
    events: readonly StageEvent[];
    conditions: readonly StageConditionRow[];
    audits: readonly FairnessAudit[];
    today: string;
  },
  { systemId, places }: { systemId: string; places: readonly Place[] },
) {
  const running = places.filter((place) => !isRetired(events, place));
  const whole = stageOf(events, systemId, null) === 'retired' ? [] : [null];
  const subjects = [...whole, ...running.map(({ id }) => id)];
  const own = (of: string | null) => eventsOf(events, systemId, of);
  return {
    unratified: subjects.flatMap((of) => waitingFor(own(of)) ?? []),
    reviews: subjects.flatMap((of) => reviewAwaited(own(of)) ?? []),
    overdue: subjects
      .flatMap((deploymentId) => conditionsOf(conditions, { systemId, deploymentId }))
      .filter((condition) => isOverdue(condition, today)),
    overdueAudits: overdueAudits(
      audits.filter(({ audit }) => running.some(({ id }) => id === audit.deploymentId)),
      today,
    ),
  };
}
