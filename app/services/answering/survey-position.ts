import { visiblePages } from '#surveys/flow/visible-pages.ts';
import { answerOf, type Answers } from '#surveys/model/answers.ts';
import type { Instrument, Page } from '#surveys/model/instrument.ts';

/** Where a ballot goes on: the number of a page among those shown, or the review. */
export type Position = number | 'review';

export function openItems(page: Page, answers: Answers): string[] {
  return page.items.filter((id) => answerOf(answers, id) === undefined);
}

/** The first page with something left open. */
export function firstOpenPosition(instrument: Instrument, answers: Answers): Position {
  const index = visiblePages(instrument, answers).findIndex(
    (page) => openItems(page, answers).length > 0,
  );
  return index < 0 ? 'review' : index + 1;
}

/** The first page shown after `pageId`, which may itself have disappeared. */
export function positionAfter(instrument: Instrument, answers: Answers, pageId: string): Position {
  const later = instrument.pages
    .slice(instrument.pages.findIndex(({ id }) => id === pageId) + 1)
    .map(({ id }) => id);
  const index = visiblePages(instrument, answers).findIndex(({ id }) => later.includes(id));
  return index < 0 ? 'review' : index + 1;
}
