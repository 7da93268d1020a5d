import { findCoding, listCodedTexts } from '#db/queries/coding.server.ts';
import { insertFlag, saveReply } from '#db/queries/theme-check.server.ts';
import type { ReplyVerdict } from '#db/schema/theme-check.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { forActivePerson, idsOf } from './for-person.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

export type ThemeReply = {
  codingId: string;
  verdict: ReplyVerdict;
  words: string;
  language: string;
  /** Why something that few say matters; empty: nothing is flagged. */
  matters: string;
  /** Which of their own texts that is about; left out: they have one. */
  about?: string | null;
};

function requireAbout(own: readonly { id: string }[], about: string | null): string {
  const [first, ...others] = own;
  const text = about === null && others.length === 0 ? first : own.find(({ id }) => id === about);
  if (text) return text.id;
  if (about === null) throw new ServiceError('invalid', 'flag-text-missing');
  throw new ServiceError('conflict', 'words-gone');
}

/** Keeps what a person says to the themes; a later reply takes the place of the one before. */
export async function replyToThemes(
  reader: PanelPerson,
  { codingId, verdict, words, language, matters, about = null }: ThemeReply,
): Promise<void> {
  await forActivePerson(reader, async (tx) => {
    const { memberId, ...ofPanel } = idsOf(reader);
    const of = { ...ofPanel, codingId };
    const coding = await findCoding(tx, of);
    const own = (await listCodedTexts(tx, of)).filter((text) => text.memberId === memberId);
    if (!coding || own.length === 0 || coding.checkOpenedOn === null) {
      throw new ServiceError('not-found');
    }
    const isOver = coding.checkClosesOn !== null && coding.checkClosesOn < today();
    if (coding.checkClosedOn !== null || isOver) {
      throw new ServiceError('illegal-state', 'theme-check-over');
    }
    const on = today();
    await saveReply(tx, { ...of, memberId, verdict, words, language, repliedOn: on });
    if (matters !== '') {
      const contributionId = requireAbout(own, about);
      const flag = { contributionId, memberId, reason: matters, raisedOn: on };
      await insertFlag(tx, { ...of, ...flag });
    }
  });
}
