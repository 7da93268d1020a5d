import { visiblePages } from '#surveys/flow/visible-pages.ts';
import { allItems, isTextItem } from '#surveys/model/text-items.ts';
import { withActor } from '../../database.server.ts';
import { chosenValue } from './answer-fields.ts';
import { respondentOf, type Ballot } from './ballot.server.ts';
import { shownRegister, wordItem, wordTextItem, type WordedItem } from './item-wording.ts';
import { withSigns } from './own-words.ts';
import { formatCode } from './personal-code.server.ts';
import { frameOf, requireConsented, type SurveyFrame } from './read-ballot.server.ts';
import { shownWords } from './shown-words.server.ts';

export type ReviewedItem = WordedItem & {
  value: string | undefined;
  /** What was written, where the item is answered in words. */
  words?: { text: string; mayQuote: boolean };
  page: number;
};

export type ReviewPage = SurveyFrame & {
  items: ReviewedItem[];
  pages: number;
  open: number;
  code: string;
};

export async function getReviewPage(input: {
  ballot: Ballot;
  wanted: readonly string[];
}): Promise<ReviewPage> {
  const { ballot, wanted } = input;
  return withActor(respondentOf(ballot), async (tx) => {
    const { study, instrument, content } = await requireConsented(tx, ballot);
    const frame = frameOf(study, wanted);
    const register = shownRegister(instrument, frame.language, content.register);
    const itemById = new Map(allItems(instrument).map((item) => [item.id, item]));
    const pages = visiblePages(instrument, withSigns(content));
    const items = pages.flatMap((page, index) =>
      page.items.flatMap((id): ReviewedItem[] => {
        const item = itemById.get(id);
        if (!item) return [];
        const shown = { language: frame.language, register };
        if (!isTextItem(item)) {
          const value = chosenValue(content.answers, id);
          return [{ ...wordItem(instrument, item, shown), value, page: index + 1 }];
        }
        const { text, mayQuote, isRefused } = shownWords(ballot, content.words?.[id]);
        return [
          {
            ...{ ...wordTextItem(instrument, item, shown), page: index + 1 },
            ...(text === '' ? {} : { words: { text, mayQuote } }),
            value: text === '' ? (isRefused ? 'prefer-not-to-say' : undefined) : '',
          },
        ];
      }),
    );
    const open = items.filter(({ value }) => value === undefined).length;
    return { ...frame, items, pages: pages.length, open, code: formatCode(ballot.code) };
  });
}
