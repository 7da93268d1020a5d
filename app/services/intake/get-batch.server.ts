import type { Member } from '#db/actor.server.ts';
import { countBatchRecords, listBatchRecords } from '#db/queries/batch-records.server.ts';
import { findBatch } from '#db/queries/monitoring-batch.server.ts';
import { findQuarantined } from '#db/queries/quarantine.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { namesOf } from '../register/internal.server.ts';
import { readDeploymentPage, type OfDeployment } from './deployment-page.server.ts';
import { recordSchema } from './record-schema.ts';
import { rowOf } from './record-row.ts';

const perPage = 100;

/** Records that wait, drawn as those that are stored; what this release cannot read is left out. */
function waitingRows(records: readonly unknown[]) {
  return records.flatMap((sent, index) => {
    const { data } = recordSchema.safeParse(sent);
    if (!data) return [];
    const { period_from: periodFrom, period_to: periodTo, ...row } = rowOf(data);
    return [
      {
        ...{ ...row, periodFrom, periodTo, id: String(index), supersededAt: null, replaced: null },
        ...{ restores: null, recordedAt: null },
      },
    ];
  });
}

/** What a batch held, what it took the place of, and what became of it. */
export async function getBatch(
  member: Member,
  input: OfDeployment & { batchId: string; page: number },
) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const { deploymentId, batchId, page } = input;
  const found = await withActor(member, async (tx) => {
    const head = await readDeploymentPage(tx, member, input);
    const batch = await findBatch(tx, { organisationId, deploymentId, batchId });
    if (!batch) throw new ServiceError('not-found');
    const quarantine = await findQuarantined(tx, { organisationId, deploymentId, batchId });
    const window = { limit: perPage, offset: (page - 1) * perPage };
    const stored = await listBatchRecords(tx, { organisationId, batchId, ...window });
    const held = await countBatchRecords(tx, { organisationId, batchId });
    return { ...head, batch, quarantine: quarantine ?? null, stored, held };
  });
  const { batch, quarantine, stored, held, ...head } = found;
  const waiting = waitingRows(quarantine?.records ?? []);
  const { userId, token, contentHash, withdrawal, ...shown } = batch;
  const people = [userId, quarantine?.decidedBy, withdrawal?.userId];
  const names = await namesOf(people.flatMap((id) => id ?? []));
  const total = batch.state === 'stored' ? held : waiting.length;
  return {
    ...head,
    batch: {
      ...shown,
      fingerprint: contentHash.slice(0, 12),
      told: withdrawal ? ('withdrawn' as const) : batch.state,
      sender: userId === null ? token : (names.get(userId) ?? null),
      withdrawal: withdrawal && {
        ...withdrawal,
        // A machine's names no token: which one it was stands in the trail.
        by: names.get(withdrawal.userId ?? '') ?? null,
      },
    },
    quarantine: quarantine && {
      ...{ reason: quarantine.reason, outcome: quarantine.outcome },
      ...{ outcomeReason: quarantine.outcomeReason, decidedAt: quarantine.decidedAt },
      by: names.get(quarantine.decidedBy ?? '') ?? null,
    },
    records:
      batch.state === 'stored' ? stored : waiting.slice((page - 1) * perPage, page * perPage),
    ...{ total, page, pages: Math.max(1, Math.ceil(total / perPage)) },
  };
}
