import type { Member } from '#db/actor.server.ts';
import { findAsker } from '#db/queries/public-outcomes.server.ts';
import { listWaitingPeople } from '#db/queries/telling.server.ts';
import { withActor } from '../../database.server.ts';
import { toLanguage } from '../../i18n/locales.ts';
import { translateInto } from '../../i18n/translate.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import { readVotes } from '../panels/read-votes.server.ts';
import { letterParagraphs } from './letter-paragraphs.ts';
import { readNews } from './read-news.server.ts';

/**
 * Letters for those who have news and gave no address for mail, in their language. The system reads
 * what stands in them, after the member was authorised to see the people of the panel.
 */
export async function writeLetters(member: Member, { panelId }: { panelId: string }) {
  const { organisationId } = member;
  const how = { panelId, permission: 'panel-members.read' } as const;
  const { frame, panel, people } = await readPanel(member, how, async (tx, found) => ({
    panel: found,
    people: await listWaitingPeople(tx, { panelId, hasAddress: false }),
  }));
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    const { organisation = '', contact = '' } = (await findAsker(tx, panel)) ?? {};
    const votes = await readVotes(tx, { organisationId, panelId }, panel.minimumGroup);
    const letters = [];
    for (const { memberId, number, name, language: tag } of people) {
      const language = toLanguage(tag);
      const t = (await translateInto(language)).getFixedT(language, 'outcomes');
      const news = await readNews(tx, { organisationId, panelId, memberId }, votes);
      letters.push({
        ...{ memberId, number, language, tellings: news.tellings },
        paragraphs: letterParagraphs(t, language, { news, name, organisation, contact }),
      });
    }
    return { frame, letters };
  });
}
