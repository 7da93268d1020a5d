import { visiblePages } from '#surveys/flow/visible-pages.ts';
import { withActor } from '../../database.server.ts';
import { chosenValue } from './answer-fields.ts';
import { respondentOf, type Ballot } from './ballot.server.ts';
import { shownRegister, wordItem, type WordedItem } from './item-wording.ts';
import { formatCode } from './personal-code.server.ts';
import { frameOf, requireConsented, type SurveyFrame } from './read-ballot.server.ts';

export type ReviewedItem = WordedItem & { value: string | undefined; page: number };

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
    const itemById = new Map(instrument.items.map((item) => [item.id, item]));
    const pages = visiblePages(instrument, content.answers);
    const items = pages.flatMap((page, index) =>
      page.items.flatMap((id) => {
        const item = itemById.get(id);
        if (!item) return [];
        const worded = wordItem(instrument, item, { language: frame.language, register });
        return [{ ...worded, value: chosenValue(content.answers, id), page: index + 1 }];
      }),
    );
    const open = items.filter(({ value }) => value === undefined).length;
    return { ...frame, items, pages: pages.length, open, code: formatCode(ballot.code) };
  });
}
