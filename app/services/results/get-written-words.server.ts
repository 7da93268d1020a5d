import type { Member } from '#db/actor.server.ts';
import { listWordsOfStudy } from '#db/queries/survey-round.server.ts';
import { findStudy } from '#db/queries/study.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise, can } from '../../permissions.ts';
import { shownCount, type ShownCount } from '../panels/shown-count.ts';

export type WrittenWords = {
  title: LocalText;
  wave: string;
  texts: ShownCount;
  /** Where they are read and coded; null: the reader may not. */
  href: string | null;
};

/** How many people wrote to each question in own words, and where their words are read. */
export async function getWrittenWords(
  member: Member,
  { studyId }: { studyId: string },
): Promise<WrittenWords[]> {
  authorise(member, 'results.read');
  const ofStudy = { organisationId: member.organisationId, studyId };
  return withActor(member, async (tx) => {
    const study = await findStudy(tx, ofStudy);
    if (!study) throw new ServiceError('not-found');
    const rounds = await listWordsOfStudy(tx, ofStudy);
    const mayRead = can(member, 'panels.read');
    return rounds.map(({ panelId, codingId, title, wave, texts }) => ({
      ...{ title, wave, texts: shownCount(texts, study.minimumCellSize) },
      href: mayRead ? `/panels/${panelId}/themes${codingId === null ? '' : `/${codingId}`}` : null,
    }));
  });
}
