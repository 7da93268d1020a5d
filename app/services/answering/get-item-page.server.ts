import { visiblePages } from '#surveys/flow/visible-pages.ts';
import { localText } from '#surveys/model/languages.ts';
import { isPilotLanguage } from '#surveys/model/publishable.ts';
import { allItems, isTextItem } from '#surveys/model/text-items.ts';
import { withActor } from '../../database.server.ts';
import { chosenValue, fieldName } from './answer-fields.ts';
import { respondentOf, type Ballot } from './ballot.server.ts';
import { shownRegister, wordItem, wordTextItem, type WordedItem } from './item-wording.ts';
import { MovedOn } from './moved-on.ts';
import { withSigns } from './own-words.ts';
import { formatCode } from './personal-code.server.ts';
import { frameOf, requireConsented, type SurveyFrame } from './read-ballot.server.ts';
import { shownWords, type ShownWords } from './shown-words.server.ts';
import { openItems } from './survey-position.ts';

export type ShownItem = WordedItem & { name: string; value: string | undefined };
export type ShownTextItem = WordedItem & ShownWords & { maximumLength: number; value?: undefined };

export type ItemPage = SurveyFrame & {
  pageId: string;
  number: number;
  total: number;
  heading: string;
  hint: string | undefined;
  items: (ShownItem | ShownTextItem)[];
  /** Ids of what was left open. */
  open: string[];
  code: string;
  isPilot: boolean;
};

export async function getItemPage(input: {
  ballot: Ballot;
  number: number;
  wanted: readonly string[];
}): Promise<ItemPage> {
  const { ballot, number, wanted } = input;
  return withActor(respondentOf(ballot), async (tx) => {
    const { study, instrument, content } = await requireConsented(tx, ballot);
    const answers = withSigns(content);
    const pages = visiblePages(instrument, answers);
    const page = pages[number - 1];
    if (!page) throw new MovedOn('review');
    const frame = frameOf(study, wanted);
    const { language } = frame;
    const register = shownRegister(instrument, language, content.register);
    const text = (texts: typeof page.title) =>
      localText(texts, language, instrument.sourceLanguage);
    return {
      ...frame,
      pageId: page.id,
      number,
      total: pages.length,
      heading: text(page.title),
      hint: page.hint && text(page.hint),
      items: page.items.flatMap((id): ItemPage['items'] => {
        const item = allItems(instrument).find((candidate) => candidate.id === id);
        if (!item) return [];
        if (isTextItem(item)) {
          const worded = wordTextItem(instrument, item, { language, register });
          return [{ ...worded, ...shownWords(ballot, content.words?.[id]) }];
        }
        const worded = wordItem(instrument, item, { language, register });
        return [{ ...worded, name: fieldName(id), value: chosenValue(content.answers, id) }];
      }),
      open: openItems(page, answers),
      code: formatCode(ballot.code),
      isPilot: isPilotLanguage(instrument, language),
    };
  });
}
