import { and, desc, eq, or, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { modelVersions } from '../schema/model-version.ts';

type OfSystem = { organisationId: string; systemId: string };
export type VersionValues = Omit<
  typeof modelVersions.$inferInsert,
  'organisationId' | 'id' | 'systemId' | 'createdAt' | 'recordedBy' | 'revision'
>;

/** The latest released first; those without a day of release come first of all. */
export async function listVersions(tx: Transaction, { organisationId, systemId }: OfSystem) {
  return tx
    .select()
    .from(modelVersions)
    .where(
      and(eq(modelVersions.organisationId, organisationId), eq(modelVersions.systemId, systemId)),
    )
    .orderBy(sql`${modelVersions.releasedOn} desc nulls first`, desc(modelVersions.createdAt));
}

export async function findVersion(
  tx: Transaction,
  { organisationId, systemId, versionId }: OfSystem & { versionId: string },
) {
  const [version] = await tx
    .select()
    .from(modelVersions)
    .where(
      and(
        eq(modelVersions.organisationId, organisationId),
        eq(modelVersions.systemId, systemId),
        eq(modelVersions.id, versionId),
      ),
    );
  return version;
}

export async function findVersionNamed(
  tx: Transaction,
  { organisationId, systemId, version }: OfSystem & { version: string },
) {
  const [found] = await tx
    .select({ id: modelVersions.id })
    .from(modelVersions)
    .where(
      and(
        eq(modelVersions.organisationId, organisationId),
        eq(modelVersions.systemId, systemId),
        eq(modelVersions.version, version),
      ),
    );
  return found;
}

/**
 * The version that the register has under this number of a model in a registry; or by this name, where it
 * does not say that it is another one there.
 */
export async function findVersionOfRegistry(
  tx: Transaction,
  params: OfSystem & { modelName: string; version: string },
) {
  const { organisationId, systemId, modelName, version } = params;
  const reference = JSON.stringify({ name: modelName, version });
  const isReferred = sql`(${modelVersions.mlflow} @> ${reference}::jsonb)`;
  const [found] = await tx
    .select({ id: modelVersions.id })
    .from(modelVersions)
    .where(
      and(
        eq(modelVersions.organisationId, organisationId),
        eq(modelVersions.systemId, systemId),
        or(
          isReferred,
          and(
            eq(modelVersions.version, version),
            sql`coalesce(${modelVersions.mlflow} ->> 'name', '') in ('', ${modelName})`,
            sql`coalesce(${modelVersions.mlflow} ->> 'version', '') in ('', ${version})`,
          ),
        ),
      ),
    )
    .orderBy(sql`${isReferred} desc`, modelVersions.id)
    .limit(1);
  return found;
}

/** Nothing is returned when the system has a version of this name. */
export async function insertVersion(
  tx: Transaction,
  values: OfSystem & VersionValues & { recordedBy: string },
) {
  const [version] = await tx
    .insert(modelVersions)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: modelVersions.id });
  return version;
}

/** Says something else of a version that is still as it was seen; its name is what senders call it, and stays. */
export async function updateVersion(
  tx: Transaction,
  {
    organisationId,
    systemId,
    versionId,
    revision,
    ...values
  }: OfSystem & { versionId: string; revision: number } & Omit<VersionValues, 'version'>,
) {
  const [version] = await tx
    .update(modelVersions)
    .set({ ...values, revision: revision + 1 })
    .where(
      and(
        eq(modelVersions.organisationId, organisationId),
        eq(modelVersions.systemId, systemId),
        eq(modelVersions.id, versionId),
        eq(modelVersions.revision, revision),
      ),
    )
    .returning({ version: modelVersions.version });
  return version;
}
