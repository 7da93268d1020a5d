import type { Member } from '#db/actor.server.ts';
import { listSystemPeople } from '#db/queries/ai-system.server.ts';
import { listMemberships } from '#db/queries/membership.server.ts';
import { listStageConditions } from '#db/queries/stage-condition.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import { listUsers } from '#db/queries/user.server.ts';
import { getDatabase, withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { silentStateOf } from '../monitoring/silent-state.server.ts';
import { authoriseDecision, requireDeployment } from './internal.server.ts';
import { rolesMissing } from './needed-roles.ts';
import { readSystemFrame } from './read-system.server.ts';
import { conditionsOf, isSilentDone } from './stage-conditions.ts';
import { eventsOf, stageBeforeStop } from './stages.ts';

/** What somebody needs before they decide about a stage: what stands, what is open, and what was found. */
export async function getDecision(
  member: Member,
  { systemId, deploymentId }: { systemId: string; deploymentId: string | null },
) {
  authorise(member, 'deployments.decide');
  const { organisationId } = member;
  const day = today();
  const page = await withActor(member, async (tx) => {
    const frame = await readSystemFrame(tx, member, systemId);
    const deployment =
      deploymentId === null
        ? null
        : await requireDeployment(tx, member, { systemId, deploymentId });
    await authoriseDecision(tx, member, { systemId, deploymentId });
    const events = await listStageEvents(tx, { organisationId, systemId });
    const own = eventsOf(events, systemId, deploymentId);
    const [newest] = own;
    const conditions = await listStageConditions(tx, { organisationId, systemId });
    const people = await listSystemPeople(tx, { organisationId, systemId });
    const isSilent = deploymentId !== null && stageBeforeStop(own) === 'silent';
    const silent = isSilent ? await silentStateOf(tx, { organisationId, deploymentId }, day) : null;
    return {
      ...{ frame, deployment, day, stage: newest?.stage ?? 'idea' },
      revision: newest?.number ?? 0,
      open: conditionsOf(conditions, { systemId, deploymentId })
        .filter(({ metOn, isBeforeNext }) => metOn === null && isBeforeNext)
        .map(({ id, text, owner, dueOn }) => ({ id, text, owner, dueOn })),
      missing: rolesMissing(people, { stage: 'live', before: null, day }),
      ...{ isSilent, silent },
      /** Whether a step out of the silent mode must say why. */
      isSilentOpen: isSilent && !isSilentDone(silent),
      memberships: await listMemberships(tx, { organisationId }),
    };
  });
  const { memberships, ...shown } = page;
  const users = await listUsers(getDatabase(), { ids: memberships.map(({ userId }) => userId) });
  return { ...shown, members: users.map(({ id, name }) => ({ id, name })) };
}
export type DecisionPage = Awaited<ReturnType<typeof getDecision>>;
