import type { Transaction } from '#db/database.ts';
import { deleteDrafts } from '#db/queries/panel-rounds-of-person.server.ts';
import { listOwnContributionIds, type Removed } from '#db/queries/withdrawal.server.ts';
import { withdrawContribution } from './withdraw-contribution.server.ts';

const unique = (ids: string[]) => [...new Set(ids)];

/** Takes back everything a person said and has begun to write; as `withdrawContribution`. */
export async function withdrawAll(
  tx: Transaction,
  person: { organisationId: string; memberId: string },
): Promise<Removed & { contributions: number }> {
  const removed: Removed[] = [];
  for (const contributionId of await listOwnContributionIds(tx, person)) {
    removed.push(await withdrawContribution(tx, { ...person, contributionId }));
  }
  await deleteDrafts(tx, person);
  return {
    contributions: removed.length,
    translations: removed.reduce((sum, one) => sum + one.translations, 0),
    quotes: removed.reduce((sum, one) => sum + one.quotes, 0),
    suggestionIds: unique(removed.flatMap((one) => one.suggestionIds)),
    reportIds: unique(removed.flatMap((one) => one.reportIds)),
    statementIds: unique(removed.flatMap((one) => one.statementIds)),
  };
}
