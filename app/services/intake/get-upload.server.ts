import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findUpload } from '#db/queries/monitoring-upload.server.ts';
import type { QuarantineReason } from '#db/schema/monitoring-batch.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { readPlans } from '../monitoring/internal.server.ts';
import { readDeploymentPage, type OfDeployment } from './deployment-page.server.ts';
import { enterRecords, type Change } from './enter-records.server.ts';
import { findStanding } from './find-standing.server.ts';
import { noticeRecords, type OffCadence } from './notice-records.ts';
import { readUpload, type UploadReading } from './read-upload.server.ts';

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
      warnings: string[];
      /** Metrics whose counters began anew within the period. */
      resets: string[];
      /** The first of what would be stored, those in place of others before new ones. */
      changes: Change[];
      offCadence: OffCadence[];
      /** Metrics that no plan and no pack knows. */
      unwatched: string[];
      /** What people do about an output, of the silent mode, in which nobody sees it. */
      unseen: string[];
    };

const mostListed = 50;

type Place = { organisationId: string; systemId: string; deploymentId: string };

/** What storing would do, asked of the database and not done. */
async function tryOut(
  tx: Transaction,
  place: Place,
  { batch, rows }: Extract<UploadReading, { ok: true }>,
): Promise<DryRun> {
  const standing = await findStanding(tx, place, batch);
  const metricsOf = (wanted: string) =>
    (batch.notes ?? [])
      .filter(({ code }) => code === wanted)
      .map(({ detail }) => String(detail?.['metric'] ?? ''));
  const warnings = metricsOf('metric-not-recognised');
  const resets = metricsOf('counter-reset');
  const { current } = await readPlans(tx, place);
  const noticed = noticeRecords(batch.records, current?.metrics ?? []);
  const said = { ok: true, rows, ...noticed, warnings, resets } as const;
  const none = { accepted: 0, unchanged: 0, superseded: 0, changes: [] };
  if (!standing.isKnown) {
    return { ...said, ...none, quarantine: standing.reason };
  }
  const { versionId } = standing;
  const entering = await enterRecords(tx, { ...place, versionId }, batch.records);
  const { faults, accepted, unchanged, superseded } = entering;
  if (faults.length > 0) {
    const located = batch.locate ? faults.map(batch.locate) : faults;
    return { ok: false, reason: 'rows-refused', faults: located, rows };
  }
  const isNew = ({ replaced }: Change) => Number(replaced === null);
  const changes = entering.changes.toSorted((a, b) => isNew(a) - isNew(b)).slice(0, mostListed);
  return { ...said, accepted, unchanged, superseded, changes, quarantine: null };
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
