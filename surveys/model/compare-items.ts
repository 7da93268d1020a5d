import { canonicalJson } from './canonical-json.ts';
import type { Instrument, Item, Register } from './instrument.ts';
import { languages, type Language, type LocalText } from './languages.ts';
import { wordDifferences, type WordDifference } from './word-differences.ts';

export const structureChanges = [
  'added',
  'removed',
  'option-set',
  'reverse-keyed',
  'polarity',
  'condition',
] as const;
export type StructureChange = (typeof structureChanges)[number];

export type WordingDifference = {
  language: Language;
  register: Register;
  words: WordDifference[];
};

export type ItemDifference = {
  itemId: string;
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

/** How one item, known by its global id, differs between two documents. */
export function compareItem(id: string, versions: Versions): ItemDifference {
  const old = versions.before.items.find((item) => item.id === id);
  const fresh = versions.after.items.find((item) => item.id === id);
  const wording = [
    ...compareTexts(old?.stem ?? nothing, fresh?.stem ?? nothing, 'standard'),
    ...compareTexts(old?.easyRead ?? nothing, fresh?.easyRead ?? nothing, 'easy-read'),
  ];
  if (old === undefined) return { itemId: id, structure: ['added'], wording };
  if (fresh === undefined) return { itemId: id, structure: ['removed'], wording };
  return { itemId: id, structure: compareStructure(old, fresh, versions), wording };
}
