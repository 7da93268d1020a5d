import type { Instrument, Register } from './instrument.ts';
import { jsonPointer } from './instrument-issues.ts';
import type { Language, LocalText } from './languages.ts';
import { textItemsOf } from './text-items.ts';

export type WordingEntry = { path: string; register: Register; text: LocalText };

function entry(register: Register, text: LocalText, ...path: PropertyKey[]): WordingEntry {
  return { path: jsonPointer(path), register, text };
}

/** Every text a respondent or reader may meet, with its place in the document. */
export function listWording(instrument: Instrument): WordingEntry[] {
  const { title, description, items, optionSets, pages, scales } = instrument;
  const textItems = textItemsOf(instrument);
  return [
    entry('standard', title, 'title'),
    entry('standard', description, 'description'),
    ...items.map((item, i) => entry('standard', item.stem, 'items', i, 'stem')),
    ...items.map((item, i) => entry('easy-read', item.easyRead ?? {}, 'items', i, 'easyRead')),
    ...textItems.map((item, i) => entry('standard', item.stem, 'textItems', i, 'stem')),
    ...textItems.map((item, i) =>
      entry('easy-read', item.easyRead ?? {}, 'textItems', i, 'easyRead'),
    ),
    ...optionSets.flatMap((set, s) =>
      set.options.map((option, o) =>
        entry('standard', option.label, 'optionSets', s, 'options', o, 'label'),
      ),
    ),
    ...pages.map((page, p) => entry('standard', page.title, 'pages', p, 'title')),
    ...pages.flatMap((page, p) =>
      page.hint ? [entry('standard', page.hint, 'pages', p, 'hint')] : [],
    ),
    ...scales.map((scale, s) => entry('standard', scale.title, 'scales', s, 'title')),
  ];
}

/** The places where this language version still lacks its text. */
export function missingWording(
  instrument: Instrument,
  language: Language,
  register: Register,
): string[] {
  return listWording(instrument)
    .filter((wording) => wording.register === register && wording.text[language] === undefined)
    .map(({ path }) => path);
}
