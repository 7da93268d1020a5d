import { answerOf, type Answers } from '../model/answers.ts';
import { evaluate } from '../model/expression.ts';
import type { Instrument, Item, TextItem } from '../model/instrument.ts';
import { allItems } from '../model/text-items.ts';

export type Visibility = { items: (Item | TextItem)[]; answers: Answers };

/**
 * Walks the items in page order. What an earlier item hides counts as not shown for every later
 * condition, so an answer given before its question disappeared steers nothing.
 */
export function resolveVisibility(instrument: Instrument, answers: Answers): Visibility {
  const itemById = new Map(allItems(instrument).map((item) => [item.id, item]));
  const items: Visibility['items'] = [];
  const resolved = new Map<string, Answers[string]>();
  for (const id of instrument.pages.flatMap((page) => page.items)) {
    const item = itemById.get(id);
    if (item === undefined) continue;
    if (item.showWhen && !evaluate(item.showWhen, Object.fromEntries(resolved))) {
      resolved.set(id, { missing: 'not-shown' });
      continue;
    }
    items.push(item);
    const answer = answerOf(answers, id);
    if (answer !== undefined) resolved.set(id, answer);
  }
  return { items, answers: Object.fromEntries(resolved) };
}

/** The items to ask, in page order. */
export function visibleItems(instrument: Instrument, answers: Answers): Visibility['items'] {
  return resolveVisibility(instrument, answers).items;
}
