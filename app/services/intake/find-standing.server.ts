import type { Transaction } from '#db/database.ts';
import { listPeriods } from '#db/queries/deployment-period.server.ts';
import { findVersionNamed } from '#db/queries/model-version.server.ts';
import type { BatchWarning, QuarantineReason } from '#db/schema/monitoring-batch.ts';
import type { SentRecord } from './record-schema.ts';

/** What the register says of the version that a batch is about. */
export type Standing =
  | { isKnown: false; reason: QuarantineReason }
  | { isKnown: true; versionId: string; warnings: BatchWarning[] };

type Running = { validFrom: string; validTo: string | null };

const meets = ({ period }: SentRecord, { validFrom, validTo }: Running) =>
  validFrom < period.end && (validTo === null || validTo > period.start);
const covers = ({ period }: SentRecord, { validFrom, validTo }: Running) =>
  validFrom <= period.start && (validTo === null || validTo >= period.end);

/**
 * Whether a version is registered and was in use here when the records say so. Records of silent and
 * shadow runs need no period: nobody acted on these outputs.
 */
export async function findStanding(
  tx: Transaction,
  place: { organisationId: string; systemId: string; deploymentId: string },
  batch: { modelVersion: string; records: readonly SentRecord[] },
): Promise<Standing> {
  const version = await findVersionNamed(tx, { ...place, version: batch.modelVersion });
  if (!version) return { isKnown: false, reason: 'unregistered-version' };
  const live = batch.records.flatMap((record, index) =>
    record.mode === 'live' ? [{ record, index }] : [],
  );
  if (live.length === 0) return { isKnown: true, versionId: version.id, warnings: [] };
  const periods = (await listPeriods(tx, place)).filter(
    ({ versionId, supersededAt }) => versionId === version.id && supersededAt === null,
  );
  if (live.some(({ record }) => !periods.some((period) => meets(record, period)))) {
    return { isKnown: false, reason: 'version-not-in-use' };
  }
  const partial = live.filter(({ record }) => !periods.some((period) => covers(record, period)));
  return {
    isKnown: true,
    versionId: version.id,
    warnings: partial.map(({ index }) => ({ code: 'runs-part-of-period', record: index })),
  };
}
