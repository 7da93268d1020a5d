import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { insertVersion, type VersionValues } from '#db/queries/model-version.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { auditRegister, requireSystem } from './internal.server.ts';

/** Which field of the form a refusal of the service is about. */
export const versionRefusals = { 'version-exists': 'version' } as const;

/** Within a transaction of its caller, who has asked whether the member may. */
export async function enterVersion(
  tx: Transaction,
  member: Member,
  { systemId, ...version }: VersionValues & { systemId: string },
): Promise<string> {
  const { organisationId, userId: recordedBy } = member;
  const added = await insertVersion(tx, { organisationId, systemId, recordedBy, ...version });
  if (!added) throw new ServiceError('conflict', 'version-exists');
  await auditRegister(tx, member, {
    action: 'system.version-added',
    subjectId: systemId,
    detail: { version: version.version, releasedOn: version.releasedOn ?? null },
  });
  return added.id;
}

/**
 * Enters a version of a system; only a version that stands here can be said to run anywhere. Of a retired system as well:
 * what ran there unregistered is put right, and its numbers are let in, by entering it.
 */
export async function addVersion(
  member: Member,
  input: VersionValues & { systemId: string },
): Promise<{ versionId: string }> {
  authorise(member, 'models.manage');
  return withActor(member, async (tx) => {
    await requireSystem(tx, member, input.systemId);
    return { versionId: await enterVersion(tx, member, input) };
  });
}
