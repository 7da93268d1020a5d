import { createHash } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import { deleteUpload, findUpload } from '#db/queries/monitoring-upload.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { auditRegister, requireDeployment } from '../register/internal.server.ts';
import type { OfDeployment } from './deployment-page.server.ts';
import { readUpload } from './read-upload.server.ts';
import { storeBatch } from './store-batch.server.ts';

type Input = OfDeployment & { uploadId: string };

async function takeUpload(member: Member, input: Input) {
  const { organisationId } = member;
  const { deploymentId, uploadId } = input;
  return withActor(member, async (tx) => {
    const deployment = await requireDeployment(tx, member, input);
    authorise(member, 'deployments.manage', [deployment.siteId]);
    const upload = await findUpload(tx, { organisationId, deploymentId, uploadId });
    if (!upload) throw new ServiceError('conflict', 'upload-gone');
    return { deployment, upload };
  });
}

/** Stores a file that was looked at. Its id is the key, so that a second click stores nothing twice. */
export async function confirmUpload(member: Member, input: Input): Promise<{ batchId: string }> {
  authorise(member, 'deployments.manage');
  const { organisationId } = member;
  const { systemId, deploymentId, uploadId } = input;
  const { deployment, upload } = await takeUpload(member, input);
  const reading = await readUpload(upload, deployment.slug);
  if (!reading.ok) throw new ServiceError('invalid', 'upload-refused');
  const contentHash = createHash('sha256').update(upload.content).digest('hex');
  const batch = { ...reading.batch, idempotencyKey: `upload-${uploadId}`, contentHash };
  const outcome = await storeBatch(member, deploymentId, batch, async (tx, { id, state }) => {
    await deleteUpload(tx, { organisationId, deploymentId, uploadId });
    await auditRegister(tx, member, {
      action: 'deployment.batch-uploaded',
      subjectId: systemId,
      detail: { deploymentId, batchId: id, state, records: batch.records.length },
    });
  });
  if (outcome.kind === 'refused') throw new ServiceError('invalid', 'upload-refused');
  return { batchId: outcome.batch.id };
}

export async function discardUpload(member: Member, input: Input): Promise<void> {
  authorise(member, 'deployments.manage');
  const { organisationId } = member;
  const { deploymentId, uploadId } = input;
  await withActor(member, async (tx) => {
    await requireDeployment(tx, member, input);
    await deleteUpload(tx, { organisationId, deploymentId, uploadId });
  });
}
