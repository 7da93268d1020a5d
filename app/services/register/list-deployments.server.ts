import type { Member } from '#db/actor.server.ts';
import { listRunning } from '#db/queries/deployment-period.server.ts';
import { listDeployments as findDeployments } from '#db/queries/deployment.server.ts';
import { listVersions } from '#db/queries/model-version.server.ts';
import { listSites } from '#db/queries/site.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';
import { today } from '../../today.ts';
import { stageHere } from './fitting-stages.ts';
import { knownAt } from './known-at.ts';
import { readSystemFrame } from './read-system.server.ts';
import { openEventsOf, waitingFor } from './stages.ts';

/** Where a system is in use, and which version ran there on a day as it was known on another. */
export async function listDeployments(
  member: Member,
  input: { systemId: string; on?: string | undefined; known?: string | undefined },
) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const { systemId, on = today(), known } = input;
  return withActor(member, async (tx) => {
    const frame = await readSystemFrame(tx, member, systemId);
    const events = await listStageEvents(tx, { organisationId, systemId });
    const running = await listRunning(tx, { organisationId, day: on, knownAt: knownAt(known) });
    const deployments = await findDeployments(tx, { organisationId, systemId });
    return {
      ...{ frame, on, known: known ?? null },
      versions: await listVersions(tx, { organisationId, systemId }),
      sites: (await listSites(tx, { organisationId })).filter(({ id }) =>
        can(member, 'deployments.manage', [id]),
      ),
      deployments: deployments.map((deployment) => ({
        ...deployment,
        stage: stageHere(events, deployment),
        ratifyBy: waitingFor(openEventsOf(events, deployment)),
        version:
          running.find(({ deploymentId }) => deploymentId === deployment.id)?.version ?? null,
      })),
    };
  });
}
