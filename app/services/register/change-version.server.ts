import type { Member } from '#db/actor.server.ts';
import {
  insertPeriod,
  listPeriods,
  lockDeployment,
  supersedePeriod,
} from '#db/queries/deployment-period.server.ts';
import { lockStages } from '#db/queries/stage-lock.server.ts';
import { findVersion } from '#db/queries/model-version.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { auditRegister, requireDeployment } from './internal.server.ts';
import { requireMayRun } from './require-fitting-stage.server.ts';
import { requireReleased } from './require-released.server.ts';

/** Which field of the form a refusal of the service is about. */
export const versionChangeRefusals = {
  'version-unknown': 'versionId',
  'version-same': 'versionId',
  'version-before-stage': 'versionId',
  'nothing-runs': 'versionId',
  'change-before-start': 'from',
  'periods-overlap': 'from',
} as const;

type Input = {
  systemId: string;
  deploymentId: string;
  /** Null: nothing runs from that day on. */
  versionId: string | null;
  from: string;
  reason: string;
};

/** From a day on another version runs, or none. The open period ends with it: a new belief, no overwriting. */
export async function changeVersion(member: Member, input: Input): Promise<void> {
  const { systemId, deploymentId, versionId, from, reason } = input;
  authorise(member, 'deployments.manage');
  const { organisationId, userId: recordedBy } = member;
  await withActor(member, async (tx) => {
    const { siteId } = await requireDeployment(tx, member, { systemId, deploymentId });
    authorise(member, 'deployments.manage', [siteId]);
    await lockStages(tx, { organisationId, systemId });
    const version =
      versionId === null ? null : await findVersion(tx, { organisationId, systemId, versionId });
    if (version === undefined) throw new ServiceError('invalid', 'version-unknown');
    const ofDeployment = { organisationId, deploymentId };
    if (version !== null) {
      requireReleased(version, from);
      await requireMayRun(tx, { ...ofDeployment, systemId });
    }
    const at = await lockDeployment(tx, ofDeployment);
    const periods = (await listPeriods(tx, ofDeployment)).filter((p) => p.supersededAt === null);
    const later = periods.some(
      ({ validFrom, validTo }) => validFrom > from || (validTo ?? '') > from,
    );
    if (later) throw new ServiceError('conflict', 'periods-overlap');
    const open = periods.find(({ validTo }) => validTo === null);
    if (!open && version === null) throw new ServiceError('illegal-state', 'nothing-runs');
    if (open && open.versionId === versionId) throw new ServiceError('invalid', 'version-same');
    if (open && open.validFrom >= from) throw new ServiceError('invalid', 'change-before-start');
    const believed = { ...ofDeployment, systemId, recordedAt: at, recordedBy, reason };
    if (open) {
      await supersedePeriod(tx, { ...ofDeployment, periodId: open.id, at, by: recordedBy });
      const { versionId: ended, validFrom } = open;
      await insertPeriod(tx, { ...believed, versionId: ended, validFrom, validTo: from });
    }
    if (version !== null) {
      await insertPeriod(tx, {
        ...believed,
        versionId: version.id,
        validFrom: from,
        validTo: null,
      });
    }
    await auditRegister(tx, member, {
      action: 'deployment.version-changed',
      subjectId: systemId,
      detail: { deploymentId, version: version?.version ?? null, startsOn: from, reason },
    });
  });
}
