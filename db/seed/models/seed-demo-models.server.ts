import { and, eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { openDatasets } from '#app/services/register/open-datasets/open-datasets.ts';
import { withActor } from '../../actor.server.ts';
import type { Database, Transaction } from '../../database.ts';
import { insertPanelSystem } from '../../queries/panel-system.server.ts';
import { listPanelTitles } from '../../queries/panel.server.ts';
import { aiSystems, systemDescriptions, systemPeople } from '../../schema/ai-system.ts';
import { datasets, datasetUses } from '../../schema/dataset.ts';
import { memberships } from '../../schema/membership.ts';
import { modelVersions } from '../../schema/model-version.ts';
import { organisations, sites } from '../../schema/organisation.ts';
import { recommendationStatements } from '../../schema/recommendation.ts';
import { demoSites, demoSlug } from '../demo-organisation.ts';
import { daysBefore } from '../panel/days.ts';
import { daysEntered, type DemoRegister } from './demo-register.ts';
import { insertOwnDataset } from './insert-own-dataset.server.ts';
import { insertPlaces } from './insert-places.server.ts';
import type { DemoSystem } from './demo-system.ts';
import { insertTransfers } from './insert-transfers.server.ts';
import { demoSystems } from './system-texts.ts';

/** `days:95` is the day 95 days before the demo was made; a negative one comes after. */
function withDays(sections: DemoSystem['sections'], today: Date) {
  const day = (value: string | number | string[]) =>
    typeof value === 'string' && value.startsWith('days:')
      ? daysBefore(today, Number(value.slice('days:'.length)))
      : value;
  return Object.fromEntries(
    Object.entries(sections).map(([section, values]) => [
      section,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, day(value)])),
    ]),
  );
}

async function insertDescription(tx: Transaction, demo: DemoRegister, system: DemoSystem) {
  const { organisationId, ownerId, officerId, today } = demo;
  const systemId = randomUUID();
  const ofSystem = { organisationId, systemId, recordedBy: ownerId };
  await tx.insert(aiSystems).values({ organisationId, id: systemId, slug: system.slug });
  await tx.insert(systemDescriptions).values({
    ...{ ...ofSystem, number: 1, name: system.name, summary: system.summary },
    ...{ category: system.category, sections: withDays(system.sections, today) },
  });
  const fromOn = daysBefore(today, daysEntered);
  const person = { ...ofSystem, fromOn };
  const people = [
    { ...person, role: 'system-owner', name: 'Oleg Owner', userId: ownerId },
    { ...person, role: 'clinical-lead', name: 'Dr Clara Lead (invented)' },
    { ...person, role: 'safety-officer', name: 'Sofía Safety', userId: officerId },
  ] as const;
  // Of the one that runs silently nobody looks after safety: the page says so.
  await tx.insert(systemPeople).values(people.slice(0, system.stage === 'silent' ? 1 : 3));
  return systemId;
}

async function insertVersions(
  tx: Transaction,
  demo: DemoRegister,
  systemId: string,
  { versions: [older, newer, months] }: DemoSystem,
): Promise<[string, string]> {
  const ids: [string, string] = [randomUUID(), randomUUID()];
  const ofSystem = { organisationId: demo.organisationId, systemId, recordedBy: demo.ownerId };
  await tx.insert(modelVersions).values([
    { ...ofSystem, id: ids[0], version: older, releasedOn: daysBefore(demo.today, daysEntered) },
    {
      ...ofSystem,
      id: ids[1],
      version: newer,
      releasedOn: daysBefore(demo.today, months * 30 + 20),
    },
  ]);
  return ids;
}

async function insertFollowed(
  tx: Transaction,
  demo: DemoRegister,
  systemId: string,
  of: DemoSystem,
) {
  const statement = {
    ...{ organisationId: demo.organisationId, systemId, recordedBy: demo.ownerId, number: 1 },
    statedOn: daysBefore(demo.today, 90),
  };
  const rows = (['met', 'partly', 'not-met'] as const).flatMap((state) =>
    of.followed[state].map((code) => ({
      ...{ ...statement, state, code },
      evidence: state === 'met' ? 'Synthetic report in the demo’s folder' : '',
    })),
  );
  await tx.insert(recommendationStatements).values(rows);
}

async function insertUses(
  tx: Transaction,
  demo: DemoRegister,
  systemId: string,
  uses: DemoSystem['datasets'],
) {
  const { organisationId, ownerId: recordedBy } = demo;
  for (const [name, role] of uses) {
    const [dataset] = await tx
      .select({ id: datasets.id })
      .from(datasets)
      .where(and(eq(datasets.organisationId, organisationId), eq(datasets.name, name)))
      .limit(1);
    if (!dataset) throw new Error(`the catalogue has no ${name}`);
    const datasetId = dataset.id;
    await tx.insert(datasetUses).values({ organisationId, systemId, datasetId, role, recordedBy });
  }
}

/** The demo's panel, where it was made before, reads how far the system follows each recommendation. */
async function showToPanels(tx: Transaction, demo: DemoRegister, systemId: string) {
  const { organisationId, ownerId: shownBy, today } = demo;
  const known = await listPanelTitles(tx, { organisationId });
  for (const { id: panelId } of known) {
    const shownOn = daysBefore(today, 60);
    await insertPanelSystem(tx, { organisationId, panelId, systemId, shownOn, shownBy });
  }
}

async function findDemo(tx: Transaction, today: Date): Promise<DemoRegister | null> {
  const [organisation] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.slug, demoSlug));
  if (!organisation) return null;
  const organisationId = organisation.id;
  const members = await tx
    .select({ userId: memberships.userId, role: memberships.role })
    .from(memberships)
    .where(eq(memberships.organisationId, organisationId));
  const userOf = (role: string) => members.find((member) => member.role === role)?.userId ?? '';
  const places = await tx.select().from(sites).where(eq(sites.organisationId, organisationId));
  return {
    ...{ organisationId, today, ownerId: userOf('model-owner') },
    officerId: userOf('safety-officer'),
    siteIds: demoSites.map(({ name }) => places.find((site) => site.name === name)?.id ?? ''),
  };
}

/** Six systems in the demo organisation, all synthetic. Does nothing where one stands already. */
export async function seedDemoModels(db: Database, today: Date): Promise<boolean> {
  return withActor(db, { kind: 'system', organisationId: null }, async (tx) => {
    const demo = await findDemo(tx, today);
    if (!demo) return false;
    const { organisationId } = demo;
    const known = await tx.$count(aiSystems, eq(aiSystems.organisationId, organisationId));
    if (known > 0) return false;
    const catalogue = openDatasets.map((entry) => ({ organisationId, ...entry }));
    await tx.insert(datasets).values(catalogue).onConflictDoNothing();
    await insertOwnDataset(tx, demo);
    for (const system of demoSystems) {
      const systemId = await insertDescription(tx, demo, system);
      const versionIds = await insertVersions(tx, demo, systemId, system);
      await insertPlaces(tx, demo, { systemId, versionIds, system });
      await insertFollowed(tx, demo, systemId, system);
      await insertUses(tx, demo, systemId, system.datasets);
      if (system.slug === 'ed-triage') {
        await insertTransfers(tx, demo, systemId);
        await showToPanels(tx, demo, systemId);
      }
    }
    return true;
  });
}
