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
    memberIds: readonly string[];
    news: News;
    happenedOn: string;
  },
): Promise<void> {
  await insertTellings(tx, { ...params, news: newsKey(params.news) });
}
