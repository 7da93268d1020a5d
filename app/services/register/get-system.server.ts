import type { Member } from '#db/actor.server.ts';
import { listDescriptions, listSystemPeople } from '#db/queries/ai-system.server.ts';
import { listDeployments } from '#db/queries/deployment.server.ts';
import { listStageConditions } from '#db/queries/stage-condition.server.ts';
import { listFairnessAudits } from '#db/queries/fairness-audit.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import { listTransferNotices } from '#db/queries/transfer-notice.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { awaitedOf } from './awaited-of.ts';
import { transferDuties } from './compare-transfers.ts';
import { namesOf, requireSystem } from './internal.server.ts';
import { withRecorder } from './with-recorder.ts';
import { listTestWaves } from './list-test-waves.server.ts';
import { missingDuties } from './missing-duties.ts';
import { readSystemFrame } from './read-system.server.ts';
import { shownSections } from './shown-sections.ts';
import { conditionsOf } from './stage-conditions.ts';
import { eventsOf, stageOf } from './stages.ts';

/** The page of a system: what is said of it as far as the reader may know it, and what is missing. */
export async function getSystem(member: Member, { systemId }: { systemId: string }) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const page = await withActor(member, async (tx) => {
    const frame = await readSystemFrame(tx, member, systemId);
    const system = await requireSystem(tx, member, systemId);
    const deployments = await listDeployments(tx, { organisationId, systemId });
    const events = await listStageEvents(tx, { organisationId, systemId });
    const people = await listSystemPeople(tx, { organisationId, systemId });
    const conditions = await listStageConditions(tx, { organisationId, systemId });
    const deploymentIds = deployments.map(({ id }) => id);
    const audits = await listFairnessAudits(tx, { organisationId, deploymentIds });
    const day = today();
    return {
      ...{ frame, summary: system.summary, describedAt: system.describedAt },
      ...shownSections(member, system.sections),
      waves: await listTestWaves(tx, { organisationId }),
      duties: missingDuties({
        ...{ today: day, people, sections: system.sections },
        ...awaitedOf({ events, conditions, audits, today: day }, { systemId, places: deployments }),
        stages: [frame.stage, ...deployments.map(({ id }) => stageOf(events, systemId, id))],
        transfers: transferDuties(await listTransferNotices(tx, { organisationId, systemId })),
      }),
      stageEvents: eventsOf(events, systemId, null),
      conditions: conditionsOf(conditions, { systemId, deploymentId: null }),
      day,
      descriptions: (await listDescriptions(tx, { organisationId, systemId })).map(
        ({ number, recordedBy, createdAt }) => ({ number, recordedBy, createdAt }),
      ),
    };
  });
  const recorders = page.conditions.flatMap(({ recordedBy }) => recordedBy ?? []);
  const names = await namesOf([
    ...page.descriptions.map(({ recordedBy }) => recordedBy),
    ...recorders,
  ]);
  const descriptions = page.descriptions.map(({ recordedBy, ...description }) => ({
    ...description,
    by: names.get(recordedBy) ?? null,
  }));
  return { ...page, descriptions, conditions: withRecorder(page.conditions, names) };
}
