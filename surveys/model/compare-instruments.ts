import {
  compareItem,
  compareTextItem,
  compareTexts,
  isSame,
  type ItemDifference,
  type WordingDifference,
} from './compare-items.ts';
import type { Instrument } from './instrument.ts';
import type { LocalText } from './languages.ts';
import { textItemsOf } from './text-items.ts';

export const equivalences = ['same', 'changed-wording', 'not-comparable'] as const;
export type Equivalence = (typeof equivalences)[number];

export type InstrumentComparison = {
  items: ItemDifference[];
  /** Option labels, titles and hints, by name: `option-sets/agreement/1`, `pages/p1/hint`. */
  otherWording: { name: string; wording: WordingDifference[] }[];
  scoringChanged: boolean;
  itemOrderChanged: boolean;
  missingReasonsChanged: boolean;
  /** The strongest claim the documents allow; whoever publishes may state a weaker one. */
  strongestEquivalence: Equivalence;
};

type NamedText = readonly [name: string, text: LocalText];

/** Texts outside items by identity, not by position: a moved page has not changed its title. */
function namedTexts({ title, description, optionSets, pages, scales }: Instrument): NamedText[] {
  return [
    ['title', title],
    ['description', description],
    ...optionSets.flatMap(({ id, options }) =>
      options.map(({ code, label }): NamedText => [`option-sets/${id}/${code}`, label]),
    ),
    ...pages.map((page): NamedText => [`pages/${page.id}/title`, page.title]),
    ...pages.map((page): NamedText => [`pages/${page.id}/hint`, page.hint ?? {}]),
    ...scales.map((scale): NamedText => [`scales/${scale.id}/title`, scale.title]),
  ];
}

function compareOtherWording(before: Instrument, after: Instrument) {
  const old = new Map(namedTexts(before));
  const fresh = new Map(namedTexts(after));
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((name) => ({
      name,
      wording: compareTexts(old.get(name) ?? {}, fresh.get(name) ?? {}, 'standard'),
    }))
    .filter(({ wording }) => wording.length > 0);
}

function scoringOf({ scales }: Instrument): unknown {
  return scales
    .map(({ id, items, subscaleOf, transform, minimumAnswered, prorate }) => {
      return { id, items: items.toSorted(), subscaleOf, transform, minimumAnswered, prorate };
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function itemOrder({ pages }: Instrument): string[][] {
  return pages.map((page) => page.items);
}

// A language the older version did not declare is a new translation, not a changed wording.
function isReworded({ versions }: Instrument, wording: readonly WordingDifference[]): boolean {
  return wording.some((difference) =>
    versions.some(
      ({ language, register }) =>
        language === difference.language && register === difference.register,
    ),
  );
}

type Differences = Omit<InstrumentComparison, 'strongestEquivalence'>;

/**
 * Adding, removing, re-keying or re-scoring anything with codes breaks comparison; only words may move.
 * A question for words that is new changes what people answer around: no more than other wording does.
 */
function strongestEquivalence(before: Instrument, differences: Differences): Equivalence {
  const { items, otherWording, scoringChanged } = differences;
  const isChanged = (isText: boolean) =>
    items.some((item) => item.isText === isText && item.structure.length > 0);
  if (isChanged(false) || scoringChanged) return 'not-comparable';
  const wording = [...items, ...otherWording].flatMap((difference) => difference.wording);
  const isRearranged =
    differences.itemOrderChanged || differences.missingReasonsChanged || isChanged(true);
  return isReworded(before, wording) || isRearranged ? 'changed-wording' : 'same';
}

export function compareInstruments(before: Instrument, after: Instrument): InstrumentComparison {
  const ids = new Set([...before.items, ...after.items].map(({ id }) => id));
  const texts = [...textItemsOf(before), ...textItemsOf(after)];
  const textIds = new Set(texts.map(({ id }) => id));
  const comparison = {
    items: [
      ...[...ids].map((id) => compareItem(id, { before, after })),
      ...[...textIds].map((id) => compareTextItem(id, { before, after })),
    ].filter(({ structure, wording }) => structure.length > 0 || wording.length > 0),
    otherWording: compareOtherWording(before, after),
    scoringChanged: !isSame(scoringOf(before), scoringOf(after)),
    itemOrderChanged: !isSame(itemOrder(before), itemOrder(after)),
    missingReasonsChanged: !isSame(
      before.missingReasons.toSorted(),
      after.missingReasons.toSorted(),
    ),
  };
  return { ...comparison, strongestEquivalence: strongestEquivalence(before, comparison) };
}
