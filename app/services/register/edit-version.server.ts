import type { Member } from '#db/actor.server.ts';
import {
  findVersion,
  updateVersion,
  type VersionValues,
} from '#db/queries/model-version.server.ts';
import { lockStages } from '#db/queries/stage-lock.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { auditRegister } from './internal.server.ts';
import { requireReleaseBeforeStart } from './require-released.server.ts';

export type VersionIds = { systemId: string; versionId: string };

/**
 * Puts right what is said of a version. Its name stays, by which senders call it; what was said before is
 * in the audit trail.
 */
export async function editVersion(
  member: Member,
  input: VersionIds & { revision: number; values: Omit<VersionValues, 'version'> },
): Promise<void> {
  authorise(member, 'models.manage');
  const { organisationId } = member;
  const { systemId, versionId, revision, values } = input;
  await withActor(member, async (tx) => {
    await lockStages(tx, { organisationId, systemId });
    const before = await findVersion(tx, { organisationId, systemId, versionId });
    if (!before) throw new ServiceError('not-found');
    const { releasedOn } = values;
    if (releasedOn && releasedOn > (before.releasedOn ?? '')) {
      await requireReleaseBeforeStart(tx, { organisationId, systemId }, { versionId, releasedOn });
    }
    const ofVersion = { organisationId, systemId, versionId, revision };
    if (!(await updateVersion(tx, { ...ofVersion, ...values }))) {
      throw new ServiceError('conflict', 'edited-meanwhile', { revision: before.revision });
    }
    const changed = Object.entries(values).filter(
      ([name, value]) =>
        JSON.stringify(value) !== JSON.stringify(before[name as keyof typeof values]),
    );
    const was = Object.fromEntries(
      changed.map(([name]) => [name, before[name as keyof typeof values]]),
    );
    await auditRegister(tx, member, {
      action: 'system.version-edited',
      subjectId: systemId,
      detail: { version: before.version, was, is: Object.fromEntries(changed) },
    });
  });
}
