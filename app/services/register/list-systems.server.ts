import type { Member } from '#db/actor.server.ts';
import type { LifecycleStage, SystemCategory } from '#db/schema/ai-system.ts';
import { listSystems as findSystems } from '#db/queries/ai-system.server.ts';
import { listEverySite } from '#db/queries/site.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';
import { sectionsSchema } from './description-schema.ts';
import { dutiesOf } from './duties-of.ts';
import { stageHere } from './fitting-stages.ts';
import { isServing } from './missing-duties.ts';
import { readDutyRows } from './read-duty-rows.server.ts';
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
    const rows = await readDutyRows(tx, { organisationId });
    const systems = (await findSystems(tx, { organisationId })).map((system) => {
      const places = rows.deployments
        .filter(({ systemId }) => systemId === system.id)
        .map((place) => {
          const { id, siteId, site, unit } = place;
          return { id, siteId, site, unit, stage: stageHere(rows.events, place) };
        });
      const stage = stageOf(rows.events, system.id, null);
      const sections = sectionsSchema.parse(system.sections);
      const missing = dutiesOf(member, { id: system.id, sections }, rows);
      const { id, slug, name, category } = system;
      const owner = rows.people.find(
        ({ role, systemId, ...dates }) =>
          systemId === id && role === 'system-owner' && isServing(dates, rows.today),
      );
      return { id, slug, name, category, stage, places, ...missing, owner: owner?.name ?? null };
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
