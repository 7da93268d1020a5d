import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findOriginal } from '#db/queries/contribution-original.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import type { ContributionIds } from './get-contribution.server.ts';

export type Original = NonNullable<Awaited<ReturnType<typeof findOriginal>>>;

/**
 * Reads words as they were written, as a redactor, and records it in the same transaction; whoever calls
 * has decided that the member may. `purpose` stands in the trail.
 */
export async function readOriginal<Result>(
  { organisationId, userId, siteIds }: Member,
  { purpose, ...ids }: ContributionIds & { purpose: 'redaction' | 'safeguarding' },
  work: (tx: Transaction, original: Original) => Promise<Result>,
): Promise<Result> {
  const redactor = { kind: 'redactor', organisationId, userId, siteIds } as const;
  return withActor(redactor, async (tx) => {
    const original = await findOriginal(tx, { organisationId, ...ids });
    if (!original) throw new ServiceError('not-found');
    await auditPanel(tx, redactor, {
      action: 'contribution.original-read',
      panelId: ids.panelId,
      detail: { contribution: ids.contributionId, as: 'redactor', purpose },
    });
    return work(tx, original);
  });
}
