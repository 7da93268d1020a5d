import type { Instrument, TextItem } from '#surveys/model/instrument.ts';
import { smallInstrument } from './small-instrument.ts';

export const why: TextItem = {
  id: 'why',
  stem: { en: 'Why is that so?' },
  maximumLength: 200,
};

/** The small instrument with a fourth page, on which people say in their own words why. */
export function textInstrument(change: Partial<TextItem> = {}): Instrument {
  const small = smallInstrument();
  return {
    ...small,
    textItems: [{ ...structuredClone(why), ...change }],
    pages: [...small.pages, { id: 'p4', title: { en: 'Four' }, items: ['why'] }],
  };
}
