import { markSeen } from '#db/queries/telling.server.ts';
import { withActor } from '../../database.server.ts';
import { today } from '../../today.ts';
import { readVotes } from '../panels/read-votes.server.ts';
import type { PanelPerson } from '../taking-part/require-panel-person.server.ts';
import { readNews } from './read-news.server.ts';

/** A person reads their news: what is shown counts as told, from this day on. */
export async function getNews({
  actor,
  panel,
}: Pick<PanelPerson, 'actor'> & { panel: Pick<PanelPerson['panel'], 'minimumGroup'> }) {
  const { organisationId } = actor;
  const votes = await withActor({ kind: 'system', organisationId }, (tx) =>
    readVotes(tx, actor, panel.minimumGroup),
  );
  return withActor(actor, async (tx) => {
    const { tellings, ...news } = await readNews(tx, actor, votes);
    await markSeen(tx, { ...actor, ids: tellings, on: today() });
    return news;
  });
}
