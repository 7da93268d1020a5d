import { listRunning } from '#db/queries/deployment-period.server.ts';
import type { Transaction } from '#db/database.ts';
import { today } from '../../today.ts';

/** Deployments at which a version runs today, as it is believed now: one answer for pages, duties and decisions. */
export async function listRunningNow(
  tx: Transaction,
  of: { organisationId: string; deploymentId?: string },
): Promise<ReadonlySet<string>> {
  const running = await listRunning(tx, { ...of, day: today(), knownAt: new Date() });
  return new Set(running.map(({ deploymentId }) => deploymentId));
}
