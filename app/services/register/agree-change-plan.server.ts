import type { Member } from '#db/actor.server.ts';
import {
  insertChangePlan,
  listChangePlans,
  type PlanValues,
} from '#db/queries/model-change.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { auditRegister, requireSystem } from './internal.server.ts';
import { requireNotRetired } from './require-not-retired.server.ts';

/** Agrees which changes may come without asking, within which bounds. Earlier plans stay. */
export async function agreeChangePlan(
  member: Member,
  input: PlanValues & { systemId: string; revision: number },
): Promise<void> {
  const { systemId, revision, ...plan } = input;
  authorise(member, 'models.manage');
  const { organisationId, userId: recordedBy } = member;
  await withActor(member, async (tx) => {
    await requireSystem(tx, member, systemId);
    await requireNotRetired(tx, { organisationId, systemId, deploymentId: null });
    const ofSystem = { organisationId, systemId };
    const newest = (await listChangePlans(tx, ofSystem))[0]?.number ?? 0;
    const row = { ...ofSystem, ...plan, number: revision + 1, recordedBy };
    if (newest !== revision || !(await insertChangePlan(tx, row))) {
      throw new ServiceError('conflict', 'edited-meanwhile', { revision: newest });
    }
    await auditRegister(tx, member, {
      action: 'system.change-plan-agreed',
      subjectId: systemId,
      detail: { number: row.number, kinds: plan.kinds, bounds: plan.bounds },
    });
  });
}
