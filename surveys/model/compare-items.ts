import { canonicalJson } from './canonical-json.ts';
import type { Instrument, Item, Register, TextItem } from './instrument.ts';
import { languages, type Language, type LocalText } from './languages.ts';
import { textItemsOf } from './text-items.ts';
import { wordDifferences, type WordDifference } from './word-differences.ts';

export const structureChanges = [
  'added',
  'removed',
  'option-set',
  'reverse-keyed',
  'polarity',
  'condition',
  'maximum-length',
] as const;
export type StructureChange = (typeof structureChanges)[number];

export type WordingDifference = {
  language: Language;
  register: Register;
  words: WordDifference[];
};

export type ItemDifference = {
  itemId: string;
  /** Answered in words: what changes in it leaves the codes of the others comparable. */
  isText: boolean;
  structure: StructureChange[];
  wording: WordingDifference[];
};

const nothing: LocalText = {};

export function compareTexts(before: LocalText, after: LocalText, register: Register) {
  return languages.flatMap((language): WordingDifference[] => {
    const old = before[language] ?? '';
    const fresh = after[language] ?? '';
    if (old === fresh) return [];
    return [{ language, register, words: wordDifferences(old, fresh, language) }];
  });
}

export function isSame(before: unknown, after: unknown): boolean {
  return canonicalJson(before) === canonicalJson(after);
}

/** Codes and scores in their order: what an answer means, apart from its label. */
function optionMeaning(instrument: Instrument, optionSetId: string): unknown {
  const set = instrument.optionSets.find(({ id }) => id === optionSetId);
  return set?.options
    .toSorted((a, b) => a.order - b.order)
    .map(({ code, score }) => ({ code, score }));
}

type Versions = { before: Instrument; after: Instrument };

function compareStructure(old: Item, fresh: Item, { before, after }: Versions): StructureChange[] {
  const oldOptions = optionMeaning(before, old.optionSet);
  const freshOptions = optionMeaning(after, fresh.optionSet);
  return [
    ...(isSame(oldOptions ?? null, freshOptions ?? null) ? [] : ['option-set' as const]),
    ...(old.reverseKeyed === fresh.reverseKeyed ? [] : ['reverse-keyed' as const]),
    ...(old.polarity === fresh.polarity ? [] : ['polarity' as const]),
    ...(isSame(old.showWhen ?? null, fresh.showWhen ?? null) ? [] : ['condition' as const]),
  ];
}

type Worded = Pick<Item, 'stem' | 'easyRead'>;

function compareWording(old: Worded | undefined, fresh: Worded | undefined): WordingDifference[] {
  return [
    ...compareTexts(old?.stem ?? nothing, fresh?.stem ?? nothing, 'standard'),
    ...compareTexts(old?.easyRead ?? nothing, fresh?.easyRead ?? nothing, 'easy-read'),
  ];
}

/** How one item, known by its global id, differs between two documents. */
export function compareItem(id: string, versions: Versions): ItemDifference {
  const old = versions.before.items.find((item) => item.id === id);
  const fresh = versions.after.items.find((item) => item.id === id);
  const difference = { itemId: id, isText: false, wording: compareWording(old, fresh) };
  if (old === undefined) return { ...difference, structure: ['added'] };
  if (fresh === undefined) return { ...difference, structure: ['removed'] };
  return { ...difference, structure: compareStructure(old, fresh, versions) };
}

function compareTextStructure(old: TextItem, fresh: TextItem): StructureChange[] {
  return [
    ...(old.maximumLength === fresh.maximumLength ? [] : ['maximum-length' as const]),
    ...(isSame(old.showWhen ?? null, fresh.showWhen ?? null) ? [] : ['condition' as const]),
  ];
}

/** As `compareItem`, for an item that is answered in words. */
export function compareTextItem(id: string, { before, after }: Versions): ItemDifference {
  const old = textItemsOf(before).find((item) => item.id === id);
  const fresh = textItemsOf(after).find((item) => item.id === id);
  const difference = { itemId: id, isText: true, wording: compareWording(old, fresh) };
  if (old === undefined) return { ...difference, structure: ['added'] };
  if (fresh === undefined) return { ...difference, structure: ['removed'] };
  return { ...difference, structure: compareTextStructure(old, fresh) };
}
