import type { Member } from '#db/actor.server.ts';
import { insertPeriod, lockDeployment } from '#db/queries/deployment-period.server.ts';
import { insertDeployment } from '#db/queries/deployment.server.ts';
import { findVersion } from '#db/queries/model-version.server.ts';
import { listSites } from '#db/queries/site.server.ts';
import { insertStageEvent, listStageEvents } from '#db/queries/stage-event.server.ts';
import { lockStages } from '#db/queries/stage-lock.server.ts';
import type { LifecycleStage } from '#db/schema/ai-system.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { stagesOfNothing } from './fitting-stages.ts';
import { auditRegister, requireSystem } from './internal.server.ts';
import { requireWithinSystem } from './require-fitting-stage.server.ts';
import { requireReleased } from './require-released.server.ts';
import { requireRoles } from './require-roles.server.ts';

export type NewDeployment = {
  systemId: string;
  siteId: string;
  unit: string;
  slug: string;
  versionId: string;
  validFrom: string;
  stage: LifecycleStage;
  reason: string;
  decidedBy: string;
  decidedOn: string;
};

/** Which field of the form a refusal of the service is about. */
export const deploymentRefusals = {
  'site-unknown': 'siteId',
  'version-unknown': 'versionId',
  'deployment-stands': 'unit',
  'date-in-future': 'decidedOn',
  'stage-runs-nothing': 'stage',
  'stage-beyond-system': 'stage',
  'system-retired': 'stage',
} as const;

/** Says that a system is in use at a place, with the version that runs there and who decided so. */
export async function addDeployment(
  member: Member,
  input: NewDeployment,
): Promise<{ deploymentId: string }> {
  const { systemId, siteId, unit, slug, versionId, validFrom, ...decision } = input;
  authorise(member, 'deployments.manage', [siteId]);
  if (decision.decidedOn > today()) throw new ServiceError('invalid', 'date-in-future');
  if (stagesOfNothing.includes(decision.stage)) {
    throw new ServiceError('invalid', 'stage-runs-nothing');
  }
  const { organisationId, userId: recordedBy } = member;
  return withActor(member, async (tx) => {
    await requireSystem(tx, member, systemId);
    const sites = await listSites(tx, { organisationId });
    if (!sites.some(({ id }) => id === siteId)) throw new ServiceError('invalid', 'site-unknown');
    await lockStages(tx, { organisationId, systemId });
    const version = await findVersion(tx, { organisationId, systemId, versionId });
    if (!version) throw new ServiceError('invalid', 'version-unknown');
    requireReleased(version, validFrom);
    const events = await listStageEvents(tx, { organisationId, systemId });
    requireWithinSystem(events, { systemId, deploymentId: null }, decision.stage);
    await requireRoles(tx, { organisationId, systemId }, { ...decision, before: null });
    const added = await insertDeployment(tx, { organisationId, systemId, siteId, unit, slug });
    if (!added) throw new ServiceError('conflict', 'deployment-stands');
    const ofDeployment = { organisationId, systemId, deploymentId: added.id, recordedBy };
    const recordedAt = await lockDeployment(tx, ofDeployment);
    await insertPeriod(tx, {
      ...{ ...ofDeployment, versionId, validFrom, validTo: null, recordedAt },
      reason: decision.reason,
    });
    await insertStageEvent(tx, { ...ofDeployment, number: 1, kind: 'first', ...decision });
    await auditRegister(tx, member, {
      action: 'deployment.added',
      subjectId: systemId,
      detail: { deploymentId: added.id, slug, version: version.version, stage: decision.stage },
    });
    return { deploymentId: added.id };
  });
}
