import type { Transaction } from '#db/database.ts';
import { listPeriods } from '#db/queries/deployment-period.server.ts';
import { listDeployments } from '#db/queries/deployment.server.ts';
import { ServiceError } from '../../errors.ts';

/** Refuses that a version runs before the day of its release. The caller holds the lock of the system's stages. */
export function requireReleased(version: { releasedOn: string | null }, from: string): void {
  const { releasedOn: day } = version;
  if (day !== null && from < day)
    throw new ServiceError('invalid', 'version-not-released', { day });
}

/** Refuses a day of release after the first day on which the version is said to run anywhere. */
export async function requireReleaseBeforeStart(
  tx: Transaction,
  of: { organisationId: string; systemId: string },
  { versionId, releasedOn }: { versionId: string; releasedOn: string },
): Promise<void> {
  const { organisationId } = of;
  const starts: string[] = [];
  for (const { id: deploymentId } of await listDeployments(tx, of)) {
    const periods = await listPeriods(tx, { organisationId, deploymentId });
    const own = periods.filter((p) => p.supersededAt === null && p.versionId === versionId);
    starts.push(...own.map(({ validFrom }) => validFrom));
  }
  const [day] = starts.sort();
  if (day !== undefined && day < releasedOn) {
    throw new ServiceError('invalid', 'release-after-start', { day });
  }
}
