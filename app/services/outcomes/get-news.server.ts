import { markSeen } from '#db/queries/telling.server.ts';
import { withActor } from '../../database.server.ts';
import { today } from '../../today.ts';
import type { PanelPerson } from '../taking-part/require-panel-person.server.ts';
import { readNews } from './read-news.server.ts';

/** A person reads their news: what is shown counts as told, from this day on. */
export async function getNews({ actor }: Pick<PanelPerson, 'actor'>) {
  return withActor(actor, async (tx) => {
    const { tellings, ...news } = await readNews(tx, actor);
    await markSeen(tx, { ...actor, ids: tellings, on: today() });
    return news;
  });
}
