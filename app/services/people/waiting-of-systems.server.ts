import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { countWaitingAlerts } from '#db/queries/alert-course.server.ts';
import { listDueReviews, listWaitingBatches } from '#db/queries/monitoring-waiting.server.ts';
import { can } from '../../permissions.ts';
import type { DutyCode } from '../register/missing-duties.ts';
import { listSystems } from '../register/list-systems.server.ts';
import type { Waiting } from './waiting.ts';

const ofMoney: readonly DutyCode[] = ['funding-ended', 'funding-ends'];

/** Of AI systems: alerts that are late first, then what keeps numbers from being judged, then money. */
export async function waitingOfSystems(
  tx: Transaction,
  member: Member,
  today: string,
): Promise<Waiting[]> {
  const { organisationId } = member;
  const waiting: Waiting[] = [];
  if (can(member, 'alerts.handle')) {
    const { open, overdue } = await countWaitingAlerts(tx, { organisationId, today });
    waiting.push({ kind: 'overdueAlerts', count: overdue });
    waiting.push({ kind: 'openAlerts', count: open - overdue });
  }
  if (can(member, 'monitoring.manage')) {
    const at = (tail: string, place: { systemId: string; deploymentId: string } | undefined) =>
      place && `/models/${place.systemId}/deployments/${place.deploymentId}${tail}`;
    const batches = await listWaitingBatches(tx, { organisationId });
    const reviews = await listDueReviews(tx, { organisationId, today });
    waiting.push(
      { kind: 'waitingBatches', count: batches.length, href: at('/batches', batches[0]) },
      { kind: 'planReviews', count: reviews.length, href: at('/monitoring/plan', reviews[0]) },
    );
  }
  return waiting;
}

/** Systems whose funding has ended, or ends within the notice that duties give. */
export async function waitingForMoney(member: Member): Promise<Waiting[]> {
  if (!can(member, 'models.manage')) return [];
  const { systems } = await listSystems(member);
  const unfunded = systems.filter(({ duties }) =>
    duties.some(({ code }) => ofMoney.includes(code)),
  );
  return [{ kind: 'funding', count: unfunded.length }];
}
