import type { Member } from '#db/actor.server.ts';
import type { LifecycleStage, SystemCategory } from '#db/schema/ai-system.ts';
import { listSystemPeople, listSystems as findSystems } from '#db/queries/ai-system.server.ts';
import { listDeployments } from '#db/queries/deployment.server.ts';
import { listFairnessAudits } from '#db/queries/fairness-audit.server.ts';
import { listEverySite } from '#db/queries/site.server.ts';
import { listStageConditions } from '#db/queries/stage-condition.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import { listTransferNotices } from '#db/queries/transfer-notice.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';
import { today } from '../../today.ts';
import { awaitedOf } from './awaited-of.ts';
import { transferDuties } from './compare-transfers.ts';
import { sectionsSchema } from './description-schema.ts';
import { isServing, missingDuties } from './missing-duties.ts';
import { stageOf } from './stages.ts';

export type SystemFilter = {
  category?: SystemCategory | undefined;
  stage?: LifecycleStage | undefined;
  siteId?: string | undefined;
  missing?: 'yes' | undefined;
};

/** Systems that fit the filter, with what is missing of each. Deployments are those of the reader's sites. */
export async function listSystems(member: Member, filter: SystemFilter = {}) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const people = await listSystemPeople(tx, { organisationId });
    const deployments = await listDeployments(tx, { organisationId });
    const events = await listStageEvents(tx, { organisationId });
    const conditions = await listStageConditions(tx, { organisationId });
    const audits = await listFairnessAudits(tx, {
      ...{ organisationId, deploymentIds: deployments.map(({ id }) => id) },
    });
    const notices = await listTransferNotices(tx, { organisationId });
    const systems = (await findSystems(tx, { organisationId })).map((system) => {
      const own = deployments.filter(({ systemId }) => systemId === system.id);
      const places = own.map(({ id, siteId, site, unit }) => ({
        ...{ id, siteId, site, unit, stage: stageOf(events, system.id, id) },
      }));
      const ofSystem = people.filter(({ systemId }) => systemId === system.id);
      const day = today();
      const stage = stageOf(events, system.id, null);
      const awaited = { systemId: system.id, places: own };
      const duties = missingDuties({
        ...{ today: day, people: ofSystem },
        ...awaitedOf({ events, conditions, audits, today: day }, awaited),
        stages: [stage, ...places.map((place) => place.stage)],
        sections: sectionsSchema.parse(system.sections),
        transfers: transferDuties(notices.filter(({ systemId }) => systemId === system.id)),
      });
      const { id, slug, name, category } = system;
      const owner = ofSystem.find(
        ({ role, ...dates }) => role === 'system-owner' && isServing(dates, day),
      );
      return { id, slug, name, category, stage, places, duties, owner: owner?.name ?? null };
    });
    const fits = (system: (typeof systems)[number]) =>
      (filter.category === undefined || system.category === filter.category) &&
      (filter.stage === undefined ||
        [system.stage, ...system.places.map(({ stage }) => stage)].includes(filter.stage)) &&
      (filter.siteId === undefined ||
        system.places.some(({ siteId }) => siteId === filter.siteId)) &&
      (filter.missing === undefined || system.duties.length > 0);
    return {
      systems: systems.filter(fits),
      total: systems.length,
      sites: await listEverySite(tx, { organisationId }),
      mayCreate: can(member, 'models.manage') && member.siteIds === null,
    };
  });
}
