import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findSystem } from '#db/queries/ai-system.server.ts';
import { findDeployment } from '#db/queries/deployment.server.ts';
import { listUsers } from '#db/queries/user.server.ts';
import { getDatabase } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import type { AuditAction } from '../audit/audit-actions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { sectionsSchema } from './description-schema.ts';

type OfOrganisation = Pick<Member, 'organisationId'>;

/** A system with what is said of it now; sections that the reader may not see are still in it. */
export async function requireSystem(
  tx: Transaction,
  { organisationId }: OfOrganisation,
  systemId: string,
) {
  const system = await findSystem(tx, { organisationId, systemId });
  if (!system) throw new ServiceError('not-found');
  return { ...system, sections: sectionsSchema.parse(system.sections) };
}

/** A deployment of the system, if the member sees its site. */
export async function requireDeployment(
  tx: Transaction,
  { organisationId }: OfOrganisation,
  { systemId, deploymentId }: { systemId: string; deploymentId: string },
) {
  const deployment = await findDeployment(tx, { organisationId, deploymentId });
  if (deployment?.systemId !== systemId) throw new ServiceError('not-found');
  return deployment;
}

/** Whether the member may decide about the system as a whole (`null`), or about a deployment that they see; or stop it. */
export async function authoriseDecision(
  tx: Transaction,
  member: Member,
  { systemId, deploymentId }: { systemId: string; deploymentId: string | null },
  permission: 'deployments.decide' | 'deployments.suspend' = 'deployments.decide',
): Promise<void> {
  if (deploymentId !== null) {
    const { siteId } = await requireDeployment(tx, member, { systemId, deploymentId });
    authorise(member, permission, [siteId]);
  } else if (member.siteIds !== null) {
    throw new ServiceError('forbidden', 'forbidden-sites', { permission });
  }
}

export async function auditRegister(
  tx: Transaction,
  member: Pick<Member, 'organisationId' | 'userId'>,
  event: { action: AuditAction; subjectId: string; detail?: Record<string, unknown> },
): Promise<void> {
  await writeAudit(tx, {
    organisationId: member.organisationId,
    actor: member.userId,
    action: event.action,
    subjectId: event.subjectId,
    detail: event.detail ?? {},
  });
}

/** Names of who recorded things; accounts lie outside the transaction. */
export async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const users = await listUsers(getDatabase(), { ids: [...new Set(ids)] });
  return new Map(users.map(({ id, name }) => [id, name]));
}
