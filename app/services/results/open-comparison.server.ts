import type { Member } from '#db/actor.server.ts';
import { deleteOverride, insertOverride } from '#db/queries/comparability-override.server.ts';
import type { Transaction } from '#db/database.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import type { AuditAction } from '../audit/audit-actions.ts';
import { auditStudy, authoriseStudy } from '../studies/internal.server.ts';
import { requireResultsStudy } from './internal.server.ts';
import { dimensionIds, waveGroup } from './specification.ts';

type OfDimension = { studyId: string; dimension: string };

async function decide(
  member: Member,
  { studyId, dimension }: OfDimension,
  action: AuditAction,
  detail: Record<string, unknown>,
  write: (tx: Transaction, params: OfDimension & { organisationId: string }) => Promise<unknown>,
): Promise<void> {
  await authoriseStudy(member, 'comparisons.open', studyId);
  const { organisationId } = member;
  await withActor(member, async (tx) => {
    const { covariates } = await requireResultsStudy(tx, member, studyId);
    if (![...dimensionIds(covariates), waveGroup].includes(dimension)) {
      throw new ServiceError('not-found');
    }
    const written = await write(tx, { organisationId, studyId, dimension });
    if (!written) throw new ServiceError('conflict');
    await auditStudy(tx, member, { action, studyId, detail: { dimension, ...detail } });
  });
}

/** Shows what tests of a scale refute, on the pages of results alone, under the researcher's name. */
export async function openComparison(
  member: Member,
  { reason, ...of }: OfDimension & { reason: string },
): Promise<void> {
  await decide(member, of, 'comparison.opened', { reason }, (tx, params) =>
    insertOverride(tx, { ...params, decidedBy: member.userId, reason }),
  );
}

/** Takes the decision back. */
export async function lockComparison(member: Member, of: OfDimension): Promise<void> {
  await decide(member, of, 'comparison.locked', {}, deleteOverride);
}
