import type { Instrument, Item, TextItem } from './instrument.ts';

export function textItemsOf({ textItems = [] }: Pick<Instrument, 'textItems'>): TextItem[] {
  return textItems;
}

/** Everything that is asked: items with options, then items that are answered in words. */
export function allItems(instrument: Instrument): (Item | TextItem)[] {
  return [...instrument.items, ...textItemsOf(instrument)];
}

export function isTextItem(item: Item | TextItem): item is TextItem {
  return 'maximumLength' in item;
}
