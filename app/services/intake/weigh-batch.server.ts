import type { Transaction } from '#db/database.ts';
import { findDeploymentSlug } from '#db/queries/deployment.server.ts';
import type { BatchWarning, QuarantineReason } from '#db/schema/monitoring-batch.ts';
import { ServiceError } from '../../errors.ts';
import { enterRecords, type Entering } from './enter-records.server.ts';
import type { Fault } from './faults.ts';
import { findStanding } from './find-standing.server.ts';
import { noticeFewer } from './notice-fewer.ts';
import { noticedFor, type Planned } from './notice-records.ts';
import type { ReadBatch } from './sender.ts';

export type Place = { organisationId: string; systemId: string; deploymentId: string };

/** What storing a batch would do: it waits for the register, is refused, or changes what stands. */
export type Weighed =
  | { kind: 'waits'; reason: QuarantineReason; warnings: BatchWarning[] }
  | { kind: 'refused'; faults: Fault[] }
  | { kind: 'fits'; entering: Entering; warnings: BatchWarning[] };

/** Where a batch belongs, if it means the deployment that its sender speaks for. */
export async function placeOf(
  tx: Transaction,
  of: Omit<Place, 'systemId'>,
  { deployment: meant }: Pick<ReadBatch, 'deployment'>,
): Promise<Place> {
  const deployment = await findDeploymentSlug(tx, of);
  if (!deployment) throw new ServiceError('not-found');
  if (meant !== undefined && meant !== deployment.slug) {
    throw new ServiceError('forbidden', 'other-deployment');
  }
  return { ...of, systemId: deployment.systemId };
}

/** Asks the register and what is stored; nothing is written. Storing and a dry run decide by this alone. */
export async function weighBatch(
  tx: Transaction,
  place: Place,
  batch: Pick<ReadBatch, 'modelVersion' | 'records' | 'notes' | 'locate'>,
  planned: readonly Planned[],
): Promise<Weighed> {
  const noticed = [...noticedFor(batch.records, planned), ...(batch.notes ?? [])];
  const standing = await findStanding(tx, place, batch);
  if (!standing.isKnown) {
    const { reason } = standing;
    return { kind: 'waits', reason, warnings: [{ code: reason }, ...noticed] };
  }
  const { versionId } = standing;
  const entering = await enterRecords(tx, { ...place, versionId }, batch.records);
  const { faults, changes } = entering;
  if (faults.length > 0) {
    return { kind: 'refused', faults: batch.locate ? faults.map(batch.locate) : faults };
  }
  const warnings = [...standing.warnings, ...noticed, ...noticeFewer(changes)];
  return { kind: 'fits', entering, warnings };
}
