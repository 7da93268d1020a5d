import type { Member } from '#db/actor.server.ts';
import {
  countReplaced,
  listRecordsNamed,
  listWithdrawalPairs,
} from '#db/queries/batch-withdrawal.server.ts';
import { findBatch } from '#db/queries/monitoring-batch.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { readDeploymentPage, type OfDeployment } from './deployment-page.server.ts';

const mostListed = 50;

/** What taking a batch back would do, before somebody does it. */
export async function getWithdrawal(member: Member, input: OfDeployment & { batchId: string }) {
  authorise(member, 'deployments.manage');
  const { organisationId } = member;
  const { deploymentId, batchId } = input;
  const place = { organisationId, deploymentId, batchId };
  return withActor(member, async (tx) => {
    const head = await readDeploymentPage(tx, member, input);
    authorise(member, 'deployments.manage', [head.deployment.siteId]);
    const batch = await findBatch(tx, place);
    if (!batch) throw new ServiceError('not-found');
    const isOpen = batch.state === 'stored' && batch.withdrawal === null;
    const pairs = isOpen ? await listWithdrawalPairs(tx, place) : [];
    const listed = pairs.slice(0, mostListed);
    const ids = listed.flatMap(({ id, restored }) => [
      id,
      ...(restored === null ? [] : [restored]),
    ]);
    const records = new Map(
      (await listRecordsNamed(tx, { organisationId, ids })).map((record) => [record.id, record]),
    );
    return {
      ...head,
      batch: { id: batch.id, receivedAt: batch.receivedAt },
      isOpen,
      withdrawn: pairs.length,
      restored: pairs.filter(({ restored }) => restored !== null).length,
      replacedBefore: isOpen ? await countReplaced(tx, place) : 0,
      changes: listed.flatMap(({ id, restored }) => {
        const record = records.get(id);
        return record ? [{ record, restored: records.get(restored ?? '') ?? null }] : [];
      }),
    };
  });
}
