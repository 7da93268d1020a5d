import { mergeIntoDraft } from '#db/queries/draft.server.ts';
import { visiblePages } from '#surveys/flow/visible-pages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { readAnswers } from './answer-fields.ts';
import { ballotHashOf, respondentOf, type Ballot } from './ballot.server.ts';
import { shownRegister } from './item-wording.ts';
import { frameOf, requireConsented } from './read-ballot.server.ts';
import { openItems, positionAfter, type Position } from './survey-position.ts';

/** Far more than anybody needs, and little enough that a script cannot keep the database busy. */
export const maximumSaves = 600;

export type SavedPage = {
  next: Position;
  /** Where this page stands now, and what it still leaves open. */
  here: Position;
  open: string[];
};

/**
 * Stores the answers of one page, whatever page the ballot has reached meanwhile: a second tab adds
 * to what the first one saved. Fields of other pages or unknown codes refuse the whole page.
 */
export async function savePage(input: {
  ballot: Ballot;
  pageId: string;
  fields: ReadonlyMap<string, string>;
  wanted: readonly string[];
}): Promise<SavedPage> {
  const { ballot, pageId, fields, wanted } = input;
  return withActor(respondentOf(ballot), async (tx) => {
    const { study, instrument, content } = await requireConsented(tx, ballot);
    const page = instrument.pages.find(({ id }) => id === pageId);
    if (!page) throw new ServiceError('invalid', 'answer-unknown');
    const { language } = frameOf(study, wanted);
    const saved = await mergeIntoDraft(tx, {
      organisationId: ballot.organisationId,
      ballotHash: ballotHashOf(ballot.code),
      content: {
        answers: readAnswers(instrument, page, fields),
        language,
        register: shownRegister(instrument, language, content.register),
      },
      day: today(),
      maximumSaves,
    });
    if (!saved) throw new ServiceError('too-many-requests', 'too-many-saves');
    const pages = visiblePages(instrument, saved.answers);
    const shown = pages.findIndex(({ id }) => id === pageId);
    return {
      next: positionAfter(instrument, saved.answers, pageId),
      here: shown < 0 ? 'review' : shown + 1,
      open: openItems(pages[shown] ?? { ...page, items: [] }, saved.answers),
    };
  });
}
