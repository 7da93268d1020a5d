import type { Member } from '#db/actor.server.ts';
import {
  insertChangeNotice,
  listChangeNotices,
  listChangePlans,
} from '#db/queries/model-change.server.ts';
import type { ChangeKind, ChangeVerdict, StatedValue } from '#db/schema/model-change.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { compareNotice } from './compare-notice.ts';
import { auditRegister, requireSystem } from './internal.server.ts';
import { requireNotRetired } from './require-not-retired.server.ts';

type Input = {
  systemId: string;
  kinds: ChangeKind[];
  summary: string;
  newVersion: string;
  values: StatedValue[];
  receivedOn: string;
  effectiveOn: string | null;
};

/** Records what a supplier announces, and whether the newest plan covers it. Both are kept together. */
export async function recordNotice(
  member: Member,
  { systemId, ...notice }: Input,
): Promise<{ verdict: ChangeVerdict }> {
  authorise(member, 'models.manage');
  const { organisationId, userId: recordedBy } = member;
  return withActor(member, async (tx) => {
    await requireSystem(tx, member, systemId);
    await requireNotRetired(tx, { organisationId, systemId, deploymentId: null });
    const ofSystem = { organisationId, systemId };
    const plan = (await listChangePlans(tx, ofSystem))[0] ?? null;
    const number = ((await listChangeNotices(tx, ofSystem))[0]?.number ?? 0) + 1;
    const { verdict, reasons } = compareNotice(plan, notice);
    const compared = { verdict, reasons, planNumber: plan?.number ?? null };
    const row = { ...ofSystem, ...notice, ...compared, number, recordedBy };
    if (!(await insertChangeNotice(tx, row))) throw new ServiceError('conflict');
    await auditRegister(tx, member, {
      action: 'system.change-noticed',
      subjectId: systemId,
      detail: { number, kinds: notice.kinds, ...compared },
    });
    return { verdict };
  });
}
