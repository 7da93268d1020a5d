import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import { can } from '../../permissions.ts';
import { requireSystem } from './internal.server.ts';
import { stageOf } from './stages.ts';

/** What the head of each page of a system says. */
export async function readSystemFrame(tx: Transaction, member: Member, systemId: string) {
  const { organisationId } = member;
  const { id, slug, name, category, revision } = await requireSystem(tx, member, systemId);
  const events = await listStageEvents(tx, { organisationId, systemId });
  return {
    ...{ id, slug, name, category, revision },
    stage: stageOf(events, systemId, null),
    may: {
      manage: can(member, 'models.manage') && member.siteIds === null,
      deploy: can(member, 'deployments.manage'),
      /** About the system as a whole, and to stop it; about a deployment its own page says. */
      decideWhole: can(member, 'deployments.decide') && member.siteIds === null,
      suspend: can(member, 'deployments.suspend') && member.siteIds === null,
    },
  };
}
export type SystemFrame = Awaited<ReturnType<typeof readSystemFrame>>;
