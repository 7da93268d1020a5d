import type { LocalText } from '#surveys/model/languages.ts';
import type { RatingItem } from '../taking-part/rating-items.ts';

/** A value that a language writes in its own way. */
export type FactValue =
  | number
  | string
  | { date: string }
  | { minor: number; currency: string }
  /** A word of the catalogue `outcomes`. */
  | { word: string }
  | { text: LocalText }
  /** Counts of people, each with a word of the catalogue `outcomes`. */
  | { counts: { word: string; people: number }[] }
  | { languages: string[] };

/** One sentence from the records: which one, what stands in it, and the page that shows it. */
export type Fact = { key: string; values: Record<string, FactValue>; page: string };

export const factGroups = [
  'purpose',
  'involvement',
  'people',
  'targets',
  'sessions',
  'rounds',
  'support',
  'costs',
  'suggestions',
  'decisions',
  'negatives',
  'changes',
  'told',
  'withdrawals',
  'ratings',
  'outputs',
  'governance',
] as const;
export type FactGroup = (typeof factGroups)[number];
export type FactsByGroup = Record<FactGroup, Fact[]>;

export type RatingFact = {
  round: LocalText;
  people: number | null;
  item: RatingItem;
  low: number | null;
  middle: number | null;
  high: number | null;
};
