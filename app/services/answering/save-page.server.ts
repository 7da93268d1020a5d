import { mergeIntoDraft } from '#db/queries/draft.server.ts';
import type { DraftWords } from '#db/schema/answering.ts';
import { visiblePages } from '#surveys/flow/visible-pages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { readAnswers } from './answer-fields.ts';
import { sealForBallot } from './ballot-seal.server.ts';
import { ballotHashOf, respondentOf, type Ballot } from './ballot.server.ts';
import { shownRegister } from './item-wording.ts';
import { readWords, withSigns, type GivenWords } from './own-words.ts';
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

/** Words are sealed before they are stored: only the ballot's code opens them. */
function sealed({ code }: Ballot, given: Record<string, GivenWords>): Record<string, DraftWords> {
  const entries = Object.entries(given).map(([id, words]): [string, DraftWords] => {
    if (words === null || !('text' in words)) return [id, words];
    const { text, mayQuote } = words;
    return [id, { seal: sealForBallot('words-seal', code, text), mayQuote }];
  });
  return Object.fromEntries(entries);
}

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
        words: sealed(ballot, readWords(instrument, page, fields)),
        language,
        register: shownRegister(instrument, language, content.register),
      },
      day: today(),
      maximumSaves,
    });
    if (!saved) throw new ServiceError('too-many-requests', 'too-many-saves');
    const answers = withSigns(saved);
    const pages = visiblePages(instrument, answers);
    const shown = pages.findIndex(({ id }) => id === pageId);
    return {
      next: positionAfter(instrument, answers, pageId),
      here: shown < 0 ? 'review' : shown + 1,
      open: openItems(pages[shown] ?? { ...page, items: [] }, answers),
    };
  });
}
