import type { Member } from '#db/actor.server.ts';
import { listPeriods } from '#db/queries/deployment-period.server.ts';
import { listVersions } from '#db/queries/model-version.server.ts';
import { listStageConditions } from '#db/queries/stage-condition.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';
import { today } from '../../today.ts';
import { contradictionsOf, stageHere } from './fitting-stages.ts';
import { namesOf, requireDeployment } from './internal.server.ts';
import { listRunningNow } from './list-running-now.server.ts';
import { readDowntime } from './read-downtime.server.ts';
import { readSystemFrame } from './read-system.server.ts';
import { conditionsOf } from './stage-conditions.ts';
import { eventsOf, openEventsOf, reviewAwaited, stageOf, waitingFor } from './stages.ts';
import { withRecorder } from './with-recorder.ts';

/** A deployment: what is believed of its versions, what was believed before, and its decisions. */
export async function getDeployment(
  member: Member,
  { systemId, deploymentId }: { systemId: string; deploymentId: string },
) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const page = await withActor(member, async (tx) => {
    const deployment = await requireDeployment(tx, member, { systemId, deploymentId });
    const sites = [deployment.siteId];
    const events = await listStageEvents(tx, { organisationId, systemId });
    const own = eventsOf(events, systemId, deploymentId);
    const periods = await listPeriods(tx, { organisationId, deploymentId });
    const running = await listRunningNow(tx, { organisationId, deploymentId });
    const place = { systemId, id: deploymentId };
    const open = openEventsOf(events, place);
    return {
      frame: await readSystemFrame(tx, member, systemId),
      deployment,
      periods,
      events: own,
      stage: stageOf(events, systemId, deploymentId),
      stageHere: stageHere(events, place),
      contradictions: contradictionsOf(events, { systemId, places: [place] }, running).map(
        ({ code }) => code,
      ),
      ratifyBy: waitingFor(open),
      reviewOn: reviewAwaited(open),
      conditions: conditionsOf(await listStageConditions(tx, { organisationId, systemId }), {
        ...{ systemId, deploymentId },
      }),
      versions: await listVersions(tx, { organisationId, systemId }),
      day: today(),
      downtime: await readDowntime(tx, member, { systemId, deploymentId }),
      may: {
        manage: can(member, 'deployments.manage', sites),
        decide: can(member, 'deployments.decide', sites),
        suspend: can(member, 'deployments.suspend', sites),
      },
    };
  });
  const recorded = [...page.periods, ...page.events, ...page.conditions];
  const names = await namesOf(recorded.flatMap(({ recordedBy }) => recordedBy ?? []));
  const named = <Row extends { recordedBy: string }>({ recordedBy, ...row }: Row) => ({
    ...row,
    by: names.get(recordedBy) ?? null,
  });
  return {
    ...page,
    periods: page.periods.map(named),
    events: page.events.map(named),
    conditions: withRecorder(page.conditions, names),
  };
}
