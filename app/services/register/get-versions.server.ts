import type { Member } from '#db/actor.server.ts';
import { listRunning } from '#db/queries/deployment-period.server.ts';
import { listVersions } from '#db/queries/model-version.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { readSystemFrame } from './read-system.server.ts';

/** Versions of a system, and at how many of the reader's deployments each runs today. */
export async function getVersions(member: Member, { systemId }: { systemId: string }) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const running = await listRunning(tx, { organisationId, day: today(), knownAt: new Date() });
    const versions = await listVersions(tx, { organisationId, systemId });
    return {
      frame: await readSystemFrame(tx, member, systemId),
      versions: versions.map((version) => ({
        ...version,
        running: running.filter(({ versionId }) => versionId === version.id).length,
      })),
    };
  });
}
