import type { Member } from '#db/actor.server.ts';
import { insertUpload } from '#db/queries/monitoring-upload.server.ts';
import type { UploadFormat } from '#db/schema/monitoring-batch.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { decodeFile } from '../imports/read-table.server.ts';
import { requireDeployment } from '../register/internal.server.ts';
import type { OfDeployment } from './deployment-page.server.ts';
import type { UploadSettings } from './upload-schema.ts';

const maximumBytes = 2 * 1024 * 1024;

/** Which field of the form a refusal of the service is about. */
export const uploadRefusals = {
  'import-not-utf8': 'file',
  'import-empty': 'file',
  'upload-too-large': 'file',
} as const;

/** Keeps a file for whoever chose it, until it is stored or discarded; nothing is stored yet. */
export async function uploadRecords(
  member: Member,
  input: OfDeployment & {
    format: UploadFormat;
    fileName: string;
    bytes: Uint8Array;
    settings: UploadSettings;
  },
): Promise<{ uploadId: string }> {
  const { deploymentId, format, fileName, bytes, settings } = input;
  authorise(member, 'deployments.manage');
  if (bytes.byteLength > maximumBytes) throw new ServiceError('invalid', 'upload-too-large');
  const content = decodeFile(bytes);
  const { organisationId, userId } = member;
  return withActor(member, async (tx) => {
    const { siteId } = await requireDeployment(tx, member, input);
    authorise(member, 'deployments.manage', [siteId]);
    const uploadId = await insertUpload(tx, {
      ...{ organisationId, deploymentId, userId, format, content, settings },
      fileName: fileName.slice(0, 200),
    });
    return { uploadId };
  });
}
