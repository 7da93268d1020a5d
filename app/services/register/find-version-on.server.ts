import type { Transaction } from '#db/database.ts';
import { listRunning } from '#db/queries/deployment-period.server.ts';

/** Which version a deployment ran on a day, as it was believed at an instant; null where none did. */
export async function findVersionOn(
  tx: Transaction,
  input: { organisationId: string; deploymentId: string; day: string; knownAt?: Date },
) {
  const { knownAt = new Date(), ...asked } = input;
  const [running] = await listRunning(tx, { ...asked, knownAt });
  if (!running) return null;
  const { versionId, version, validFrom, validTo } = running;
  return { versionId, version, validFrom, validTo };
}
