import type { Member } from '#db/actor.server.ts';
import { listMemberships } from '#db/queries/membership.server.ts';
import { listUsers } from '#db/queries/user.server.ts';
import { getDatabase, withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { silentStateOf } from '../monitoring/silent-state.server.ts';
import { dutiesOf } from './duties-of.ts';
import { authoriseDecision, requireDeployment, requireSystem } from './internal.server.ts';
import { rolesMissing } from './needed-roles.ts';
import { readDutyRows, type DutyRows } from './read-duty-rows.server.ts';
import { readSystemFrame } from './read-system.server.ts';
import { conditionsOf, isSilentDone } from './stage-conditions.ts';
import { eventsOf, isRetired, stageBeforeStop, stageOf } from './stages.ts';

/**
 * What somebody needs before they decide about a stage: what stands, what is open, what is missing as the overview
 * says it, and what was found.
 */
export async function getDecision(
  member: Member,
  { systemId, deploymentId }: { systemId: string; deploymentId: string | null },
) {
  authorise(member, 'deployments.decide');
  const { organisationId } = member;
  const page = await withActor(member, async (tx) => {
    const frame = await readSystemFrame(tx, member, systemId);
    const deployment =
      deploymentId === null
        ? null
        : await requireDeployment(tx, member, { systemId, deploymentId });
    await authoriseDecision(tx, member, { systemId, deploymentId });
    const system = await requireSystem(tx, member, systemId);
    const rows = await readDutyRows(tx, { organisationId, systemId });
    const { conditions, events, people, today: day } = rows;
    const own = eventsOf(events, systemId, deploymentId);
    const [newest] = own;
    const isSilent = deploymentId !== null && stageBeforeStop(own) === 'silent';
    const silent = isSilent ? await silentStateOf(tx, { organisationId, deploymentId }, day) : null;
    return {
      ...{ frame, deployment, day, stage: newest?.stage ?? 'idea' },
      isRetired:
        deploymentId === null
          ? frame.stage === 'retired'
          : isRetired(events, { systemId, id: deploymentId }),
      revision: newest?.number ?? 0,
      open: conditionsOf(conditions, { systemId, deploymentId })
        .filter(({ metOn, isBeforeNext }) => metOn === null && isBeforeNext)
        .map(({ id, text, owner, ownerRole, dueOn }) => ({ id, text, owner, ownerRole, dueOn })),
      ...dutiesOf(member, system, rows),
      /** Whose stages this one must fit: of a place the system's, of the system its places'. */
      places: deploymentId === null ? placesOf(rows) : [],
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

/** Places by their own stages, which a stage of the system must reach: a stop of the whole hides none of them. */
const placesOf = ({ deployments, events }: DutyRows) =>
  deployments.map((place) => {
    const { id, systemId, site, unit } = place;
    const own = stageOf(events, systemId, id);
    return { id, site, unit, stage: isRetired(events, place) ? ('retired' as const) : own };
  });
export type DecisionPage = Awaited<ReturnType<typeof getDecision>>;
