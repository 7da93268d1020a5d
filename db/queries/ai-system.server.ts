import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { aiSystems, systemDescriptions, systemPeople } from '../schema/ai-system.ts';

type OfOrganisation = { organisationId: string };
type OfSystem = OfOrganisation & { systemId: string };
export type DescriptionValues = Pick<
  typeof systemDescriptions.$inferInsert,
  'name' | 'summary' | 'category' | 'sections'
>;
export type PersonValues = Omit<
  typeof systemPeople.$inferInsert,
  'organisationId' | 'id' | 'systemId'
>;

const newest = and(
  eq(systemDescriptions.organisationId, aiSystems.organisationId),
  eq(systemDescriptions.systemId, aiSystems.id),
  eq(systemDescriptions.number, aiSystems.revision),
);

const described = {
  id: aiSystems.id,
  slug: aiSystems.slug,
  revision: aiSystems.revision,
  name: systemDescriptions.name,
  summary: systemDescriptions.summary,
  category: systemDescriptions.category,
  sections: systemDescriptions.sections,
  describedBy: systemDescriptions.recordedBy,
  describedAt: systemDescriptions.createdAt,
};

/** With what is said of them now, in the order of their addresses. */
export async function listSystems(tx: Transaction, { organisationId }: OfOrganisation) {
  return tx
    .select(described)
    .from(aiSystems)
    .innerJoin(systemDescriptions, newest)
    .where(eq(aiSystems.organisationId, organisationId))
    .orderBy(asc(aiSystems.slug));
}

export async function findSystem(tx: Transaction, { organisationId, systemId }: OfSystem) {
  const [system] = await tx
    .select(described)
    .from(aiSystems)
    .innerJoin(systemDescriptions, newest)
    .where(and(eq(aiSystems.organisationId, organisationId), eq(aiSystems.id, systemId)));
  return system;
}

/** Nothing is returned when another system has the address. */
export async function insertSystem(tx: Transaction, values: OfOrganisation & { slug: string }) {
  const [system] = await tx
    .insert(aiSystems)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: aiSystems.id });
  return system;
}

/** Nothing is returned when somebody has described it meanwhile. */
export async function countRevision(
  tx: Transaction,
  { organisationId, systemId, revision }: OfSystem & { revision: number },
) {
  const [system] = await tx
    .update(aiSystems)
    .set({ revision: sql`${aiSystems.revision} + 1` })
    .where(
      and(
        eq(aiSystems.organisationId, organisationId),
        eq(aiSystems.id, systemId),
        eq(aiSystems.revision, revision),
      ),
    )
    .returning({ revision: aiSystems.revision });
  return system;
}

export async function insertDescription(
  tx: Transaction,
  values: OfSystem & DescriptionValues & { number: number; recordedBy: string },
): Promise<void> {
  await tx.insert(systemDescriptions).values(values);
}

/** Newest first. */
export async function listDescriptions(tx: Transaction, { organisationId, systemId }: OfSystem) {
  return tx
    .select()
    .from(systemDescriptions)
    .where(
      and(
        eq(systemDescriptions.organisationId, organisationId),
        eq(systemDescriptions.systemId, systemId),
      ),
    )
    .orderBy(desc(systemDescriptions.number));
}

/** Of every system, or of one; whoever began last comes first. */
export async function listSystemPeople(
  tx: Transaction,
  { organisationId, systemId }: OfOrganisation & { systemId?: string },
) {
  return tx
    .select()
    .from(systemPeople)
    .where(
      and(
        eq(systemPeople.organisationId, organisationId),
        systemId === undefined ? undefined : eq(systemPeople.systemId, systemId),
      ),
    )
    .orderBy(desc(systemPeople.fromOn), asc(systemPeople.name));
}

/** Nothing is returned when the person began in the role on that day already. */
export async function insertSystemPerson(tx: Transaction, values: OfSystem & PersonValues) {
  const [person] = await tx
    .insert(systemPeople)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: systemPeople.id });
  return person;
}

/** Nothing is returned when the person has an end, or there is none. */
export async function endSystemPerson(
  tx: Transaction,
  params: OfSystem & { personId: string; untilOn: string },
) {
  const [person] = await tx
    .update(systemPeople)
    .set({ untilOn: params.untilOn })
    .where(
      and(
        eq(systemPeople.organisationId, params.organisationId),
        eq(systemPeople.systemId, params.systemId),
        eq(systemPeople.id, params.personId),
        sql`${systemPeople.untilOn} is null`,
      ),
    )
    .returning({ name: systemPeople.name, role: systemPeople.role });
  return person;
}
