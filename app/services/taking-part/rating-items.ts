/**
 * How the involvement itself was, in the order in which codes are stored. Five items for the six UK
 * Standards for Public Involvement; the last one covers impact and governance.
 */
export const ratingItems = [
  'inclusive',
  'together',
  'support',
  'communications',
  'impact',
] as const;
export type RatingItem = (typeof ratingItems)[number];

/** 1: not at all … 5: fully. */
export const ratingCodes = [1, 2, 3, 4, 5] as const;

/** Stored in the place of an item that was passed over. */
export const notRated = 0;
