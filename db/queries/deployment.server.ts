import { and, asc, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { deployments } from '../schema/deployment.ts';
import { sites } from '../schema/organisation.ts';

type OfOrganisation = { organisationId: string };
type OfDeployment = OfOrganisation & { deploymentId: string };

const columns = {
  id: deployments.id,
  systemId: deployments.systemId,
  siteId: deployments.siteId,
  unit: deployments.unit,
  slug: deployments.slug,
  site: sites.name,
};

const atSite = and(
  eq(sites.organisationId, deployments.organisationId),
  eq(sites.id, deployments.siteId),
);

/** Of every system, or of one, as far as the actor sees their sites. */
export async function listDeployments(
  tx: Transaction,
  { organisationId, systemId }: OfOrganisation & { systemId?: string },
) {
  return tx
    .select(columns)
    .from(deployments)
    .innerJoin(sites, atSite)
    .where(
      and(
        eq(deployments.organisationId, organisationId),
        systemId === undefined ? undefined : eq(deployments.systemId, systemId),
      ),
    )
    .orderBy(asc(sites.name), asc(deployments.unit));
}

export async function findDeployment(
  tx: Transaction,
  { organisationId, deploymentId }: OfDeployment,
) {
  const [deployment] = await tx
    .select(columns)
    .from(deployments)
    .innerJoin(sites, atSite)
    .where(and(eq(deployments.organisationId, organisationId), eq(deployments.id, deploymentId)));
  return deployment;
}

/** As a machine sees it, which sees no sites. */
export async function findDeploymentSlug(
  tx: Transaction,
  { organisationId, deploymentId }: OfDeployment,
) {
  const [deployment] = await tx
    .select({ systemId: deployments.systemId, slug: deployments.slug })
    .from(deployments)
    .where(and(eq(deployments.organisationId, organisationId), eq(deployments.id, deploymentId)));
  return deployment;
}

/** Nothing is returned when the place has the system, or the address is taken. */
export async function insertDeployment(
  tx: Transaction,
  values: OfOrganisation & { systemId: string; siteId: string; unit: string; slug: string },
) {
  const [deployment] = await tx
    .insert(deployments)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: deployments.id });
  return deployment;
}
