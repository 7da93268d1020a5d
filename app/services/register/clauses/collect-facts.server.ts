import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listSystemPeople } from '#db/queries/ai-system.server.ts';
import { listAlerts } from '#db/queries/alert-course.server.ts';
import { listDatasetStatements } from '#db/queries/dataset-statement.server.ts';
import { listDatasetUses } from '#db/queries/dataset.server.ts';
import { listDeployments } from '#db/queries/deployment.server.ts';
import { listChangePlans } from '#db/queries/model-change.server.ts';
import { listVersions } from '#db/queries/model-version.server.ts';
import { listAdoptedPlans } from '#db/queries/monitoring-plan.server.ts';
import { listRecommendationStatements } from '#db/queries/recommendation.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import { listTransferNotices } from '#db/queries/transfer-notice.server.ts';
import { today } from '../../../today.ts';
import { transferDuties } from '../compare-transfers.ts';
import type { Section } from '../description-fields.ts';
import type { Sections } from '../description-schema.ts';
import { summariseDocumentation } from '../documentation.ts';
import { stageHere } from '../fitting-stages.ts';
import { isServing } from '../missing-duties.ts';
import { eventsOf, isRetired } from '../stages.ts';
import type { EvidenceFacts } from './evaluate-evidence.ts';

type Of = { systemId: string; sections: Sections; withheld: readonly Section[] };

async function collectPlaces(tx: Transaction, { organisationId }: Member, systemId: string) {
  const events = await listStageEvents(tx, { organisationId, systemId });
  const plans = await listAdoptedPlans(tx, { organisationId });
  const alerts = await listAlerts(tx, { organisationId });
  return (await listDeployments(tx, { organisationId, systemId }))
    .filter((deployment) => !isRetired(events, deployment))
    .map(({ id }) => ({
      stage: stageHere(events, { systemId, id }),
      hasPlan: plans.some(({ deploymentId }) => deploymentId === id),
      isDecided: eventsOf(events, systemId, id).length > 0,
      openAlertsDue: alerts
        .filter(({ alert }) => alert.deploymentId === id && alert.state !== 'closed')
        .map(({ alert }) => alert.dueOn),
    }));
}

async function collectPapers(tx: Transaction, { organisationId }: Member, systemId: string) {
  const uses = await listDatasetUses(tx, { organisationId });
  const statements = await listDatasetStatements(tx, { organisationId });
  const used = new Set(
    uses.filter((use) => use.systemId === systemId).map(({ datasetId }) => datasetId),
  );
  return [...used].map((id) =>
    summariseDocumentation(statements.filter(({ datasetId }) => datasetId === id)),
  );
}

/** All that evidence is judged by: of the description, what the reader may read. */
export async function collectFacts(
  tx: Transaction,
  member: Member,
  { systemId, sections, withheld }: Of,
): Promise<EvidenceFacts> {
  const { organisationId } = member;
  const ofSystem = { organisationId, systemId };
  const day = today();
  const people = await listSystemPeople(tx, ofSystem);
  const stated = await listRecommendationStatements(tx, ofSystem);
  const versions = await listVersions(tx, ofSystem);
  return {
    ...{ today: day, sections, withheld },
    roles: people.filter((person) => isServing(person, day)).map(({ role }) => role),
    // Newest first: what is set last stays.
    recommendations: new Map(stated.toReversed().map(({ code, state }) => [code, state])),
    versions: versions.map(({ performance }) => ({ performance: performance.length })),
    papers: await collectPapers(tx, member, systemId),
    places: await collectPlaces(tx, member, systemId),
    changePlans: (await listChangePlans(tx, ofSystem)).length,
    openTransfers: transferDuties(await listTransferNotices(tx, ofSystem)).length,
  };
}
