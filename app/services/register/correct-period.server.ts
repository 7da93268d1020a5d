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
import { today } from '../../today.ts';
import { auditRegister, requireDeployment } from './internal.server.ts';
import { requireMayRun } from './require-fitting-stage.server.ts';
import { requireReleased } from './require-released.server.ts';

/** Which field of the form a refusal of the service is about. */
export const correctionRefusals = {
  'version-unknown': 'versionId',
  'dates-order': 'validTo',
  'version-before-stage': 'validTo',
  'periods-overlap': 'validFrom',
} as const;

type Period = { versionId: string; validFrom: string; validTo: string | null };
type Input = {
  systemId: string;
  deploymentId: string;
  /** What was wrong; null: nothing was recorded of that time. */
  periodId: string | null;
  /** What is right; null: it never ran. */
  right: Period | null;
  reason: string;
};

const overlaps = (a: Omit<Period, 'versionId'>, b: Omit<Period, 'versionId'>) =>
  (b.validTo === null || a.validFrom < b.validTo) &&
  (a.validTo === null || b.validFrom < a.validTo);

/** Whether an earlier start of this version is believed already: its end alone may be what is put right. */
const isNoEarlier = (right: Period, wrong: Period) =>
  right.versionId === wrong.versionId && right.validFrom >= wrong.validFrom;

/** Puts right what was recorded of a period. What was believed until now can still be asked for. */
export async function correctPeriod(member: Member, input: Input): Promise<void> {
  const { systemId, deploymentId, periodId, right, reason } = input;
  authorise(member, 'deployments.manage');
  const { organisationId, userId: by } = member;
  if (right !== null && right.validTo !== null && right.validTo <= right.validFrom) {
    throw new ServiceError('invalid', 'dates-order');
  }
  await withActor(member, async (tx) => {
    const { siteId } = await requireDeployment(tx, member, { systemId, deploymentId });
    authorise(member, 'deployments.manage', [siteId]);
    await lockStages(tx, { organisationId, systemId });
    const version =
      right === null
        ? null
        : await findVersion(tx, { organisationId, systemId, versionId: right.versionId });
    if (version === undefined) throw new ServiceError('invalid', 'version-unknown');
    const ofDeployment = { organisationId, deploymentId };
    // What ran before the stage was left is history, and may be put right.
    const runsOn = right !== null && (right.validTo === null || right.validTo > today());
    if (runsOn) await requireMayRun(tx, { ...ofDeployment, systemId });
    const at = await lockDeployment(tx, ofDeployment);
    const wrong =
      periodId === null ? null : await supersedePeriod(tx, { ...ofDeployment, periodId, at, by });
    if (wrong === undefined) throw new ServiceError('conflict', 'period-corrected-meanwhile');
    if (version && right && !(wrong && isNoEarlier(right, wrong))) {
      requireReleased(version, right.validFrom);
    }
    if (right !== null) {
      const believed = (await listPeriods(tx, ofDeployment)).filter((p) => p.supersededAt === null);
      if (believed.some((period) => overlaps(right, period))) {
        throw new ServiceError('conflict', 'periods-overlap');
      }
      const recorded = { recordedAt: at, recordedBy: by, reason };
      await insertPeriod(tx, { ...ofDeployment, systemId, ...right, ...recorded });
    }
    const before = wrong && {
      ...{ versionId: wrong.versionId, validFrom: wrong.validFrom, validTo: wrong.validTo },
    };
    await auditRegister(tx, member, {
      action: right === null ? 'deployment.period-withdrawn' : 'deployment.period-corrected',
      subjectId: systemId,
      detail: { deploymentId, wrong: before, right, reason },
    });
  });
}
