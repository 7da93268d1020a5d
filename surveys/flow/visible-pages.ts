import type { Answers } from '../model/answers.ts';
import type { Instrument, Page } from '../model/instrument.ts';
import { visibleItems } from './visible-items.ts';

/** The pages that hold at least one visible item, each listing its visible items only. */
export function visiblePages(instrument: Instrument, answers: Answers): Page[] {
  const visible = new Set(visibleItems(instrument, answers).map((item) => item.id));
  return instrument.pages
    .map((page) => ({ ...page, items: page.items.filter((id) => visible.has(id)) }))
    .filter((page) => page.items.length > 0);
}
