import type { Transaction } from '#db/database.ts';
import { insertTellings } from '#db/queries/telling.server.ts';

export type News =
  | { kind: 'decision' | 'change' | 'round'; id: string }
  | { kind: 'contribution'; id: string; event: string };

export function newsKey(news: News): string {
  const key = `${news.kind}:${news.id}`;
  return news.kind === 'contribution' ? `${key}:${news.event}` : key;
}

/**
 * Keeps who is to be told of what, in the transaction in which it happens: nothing is decided without
 * those who asked for it learning so. Saying the same again changes nothing.
 */
export async function tellContributors(
  tx: Transaction,
  params: {
    organisationId: string;
    panelId: string;
    /** Null: of a survey, whom nobody can tell. */
    memberIds: readonly (string | null)[];
    news: News;
    happenedOn: string;
  },
): Promise<void> {
  const memberIds = params.memberIds.filter((id) => id !== null);
  if (memberIds.length === 0) return;
  await insertTellings(tx, { ...params, memberIds, news: newsKey(params.news) });
}
