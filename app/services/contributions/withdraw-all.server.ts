import type { Transaction } from '#db/database.ts';
import { deleteQuotesOf, listContributionIds } from '#db/queries/own-withdrawal.server.ts';
import { withdrawContribution } from './withdraw-contribution.server.ts';

/** Takes back everything a person said, in the caller's transaction. For the system actor. */
export async function withdrawAll(
  tx: Transaction,
  person: { organisationId: string; memberId: string },
): Promise<void> {
  await deleteQuotesOf(tx, person);
  for (const contributionId of await listContributionIds(tx, person)) {
    await withdrawContribution(tx, { ...person, contributionId });
  }
}
