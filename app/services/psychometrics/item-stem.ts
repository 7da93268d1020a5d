import type { Instrument } from '#surveys/model/instrument.ts';
import type { Reader } from '../results/reader.server.ts';
import { wordOf } from '../results/wording.ts';

/** An item by its wording, its id before it: tables of a paper refer to both. */
export function itemStem(reader: Reader, instrument: Instrument, id: string): string {
  const item = instrument.items.find((candidate) => candidate.id === id);
  return item ? `${id} · ${wordOf(reader, instrument, item.stem)}` : id;
}
