import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findUpload } from '#db/queries/monitoring-upload.server.ts';
import type { BatchWarning, QuarantineReason } from '#db/schema/monitoring-batch.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { readPlans } from '../monitoring/internal.server.ts';
import { readDeploymentPage, type OfDeployment } from './deployment-page.server.ts';
import type { Change } from './enter-records.server.ts';
import { readUpload, type UploadReading } from './read-upload.server.ts';
import { weighBatch, type Place } from './weigh-batch.server.ts';

export type DryRun =
  | Exclude<UploadReading, { ok: true }>
  | {
      ok: true;
      rows: number;
      accepted: number;
      unchanged: number;
      superseded: number;
      /** Stored, it would wait for the register. */
      quarantine: QuarantineReason | null;
      warnings: BatchWarning[];
      /** The first of what would be stored: far fewer cases than stand, others in place of some, then new ones. */
      changes: Change[];
    };

const mostListed = 50;

function firstChanges(changes: readonly Change[], warnings: readonly BatchWarning[]): Change[] {
  const fewer = new Set(
    warnings.flatMap(({ code, record }) => (code === 'fewer-than-half' ? [record] : [])),
  );
  const rank = ({ index, replaced }: Change) => (fewer.has(index) ? 0 : replaced ? 1 : 2);
  return changes.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostListed);
}

/** What storing would do, asked of the database and not done. */
async function tryOut(
  tx: Transaction,
  place: Place,
  { batch, rows }: Extract<UploadReading, { ok: true }>,
): Promise<DryRun> {
  const { current } = await readPlans(tx, place);
  const weighed = await weighBatch(tx, place, batch, current?.metrics ?? []);
  if (weighed.kind === 'refused') {
    return { ok: false, reason: 'rows-refused', faults: weighed.faults, rows };
  }
  const { warnings } = weighed;
  if (weighed.kind === 'waits') {
    const none = { accepted: 0, unchanged: 0, superseded: 0, changes: [] };
    return { ok: true, rows, ...none, warnings, quarantine: weighed.reason };
  }
  const { accepted, unchanged, superseded, changes } = weighed.entering;
  return {
    ...{ ok: true, rows, accepted, unchanged, superseded, warnings, quarantine: null },
    changes: firstChanges(changes, warnings),
  };
}

/** The dry run of a file: every row that is refused, or what would be stored. */
export async function getUpload(member: Member, input: OfDeployment & { uploadId: string }) {
  authorise(member, 'deployments.manage');
  const { organisationId } = member;
  const { systemId, deploymentId, uploadId } = input;
  return withActor(member, async (tx) => {
    const head = await readDeploymentPage(tx, member, input);
    authorise(member, 'deployments.manage', [head.deployment.siteId]);
    const upload = await findUpload(tx, { organisationId, deploymentId, uploadId });
    if (!upload) throw new ServiceError('not-found');
    const reading = await readUpload(upload, head.deployment.slug);
    const place = { organisationId, systemId, deploymentId };
    return {
      ...head,
      upload: {
        id: upload.id,
        fileName: upload.fileName,
        version: upload.settings['version'] ?? '',
      },
      run: reading.ok ? await tryOut(tx, place, reading) : reading,
    };
  });
}
