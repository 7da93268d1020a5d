import type { Member } from '#db/actor.server.ts';
import { lockDeployment } from '#db/queries/deployment-period.server.ts';
import { settleBatch } from '#db/queries/monitoring-batch.server.ts';
import { decideQuarantined, findQuarantined } from '#db/queries/quarantine.server.ts';
import { z } from 'zod';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { auditRegister, requireDeployment } from '../register/internal.server.ts';
import type { OfDeployment } from './deployment-page.server.ts';
import { readPlans } from '../monitoring/internal.server.ts';
import { sendEvaluation } from '../monitoring/send-evaluation.server.ts';
import { firstOfEach, notesOf } from './warning-codes.ts';
import { recordSchema } from './record-schema.ts';
import { weighBatch } from './weigh-batch.server.ts';

/**
 * Stores what had waited, once the register knows the version here. The alert stays: that a version ran
 * which nobody had registered needs a cause and an action, whatever became of its numbers.
 */
export async function releaseBatch(
  member: Member,
  input: OfDeployment & { batchId: string },
): Promise<void> {
  const { systemId, deploymentId, batchId } = input;
  authorise(member, 'deployments.manage');
  const { organisationId, userId: by } = member;
  const place = { organisationId, systemId, deploymentId };
  await withActor(member, async (tx) => {
    const { siteId } = await requireDeployment(tx, member, input);
    authorise(member, 'deployments.manage', [siteId]);
    await lockDeployment(tx, place);
    const waiting = await findQuarantined(tx, { ...place, batchId });
    if (!waiting) throw new ServiceError('not-found');
    const { modelVersion } = waiting;
    const read = z.array(recordSchema).safeParse(waiting.records);
    if (!read.success) throw new ServiceError('conflict', 'batch-unreadable');
    const records = read.data;
    const { current } = await readPlans(tx, place);
    const batch = { modelVersion, records, notes: notesOf(waiting.warnings) };
    const weighed = await weighBatch(tx, place, batch, current?.metrics ?? []);
    if (weighed.kind === 'waits') {
      throw new ServiceError('illegal-state', `still-${weighed.reason}`);
    }
    if (weighed.kind === 'refused') {
      throw new ServiceError('conflict', 'batch-overlaps', { count: weighed.faults.length });
    }
    const { write, accepted, unchanged, superseded } = weighed.entering;
    const counts = { accepted, unchanged, superseded };
    const warnings = firstOfEach(weighed.warnings);
    const decided = { organisationId, batchId, outcome: 'released' as const, reason: '', by };
    if (!(await decideQuarantined(tx, decided)))
      throw new ServiceError('conflict', 'batch-decided');
    await settleBatch(tx, { ...place, batchId, state: 'stored', ...counts, warnings });
    await write(batchId);
    await auditRegister(tx, member, {
      action: 'deployment.batch-released',
      subjectId: systemId,
      detail: { deploymentId, batchId, version: modelVersion, records: records.length },
    });
  });
  await sendEvaluation({ organisationId, deploymentId });
}
