import type { FoldedText } from './fold-text.ts';
import type { IdentifierSpan } from './identifier-span.ts';
import { matchFolded } from './match-folded.ts';

// Letters that are not in use stay out: q, v, x first; i, j, z second; c, i, k, m, o, v in the inward half.
const outward = '[a-pr-uwyz](?:[a-hk-y]?\\d{1,2}|\\d[a-hjkpstuw]|[a-hk-y]\\d[abehmnprv-y])';
const postcode = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${outward} ?\\d[abd-hjlnp-uw-z]{2}|gir ?0aa)(?![\\p{L}\\p{N}])`,
  'gu',
);

/**
 * Full UK post codes, in any case, with or without the space.
 *
 * @param folded the text
 * @returns spans of kind `postcode`; the outward half alone (a district) is none
 * @see BS 7666-2:2006; Royal Mail, Programmers' Guide to PAF
 */
export function findPostcodes(folded: FoldedText): IdentifierSpan[] {
  return matchFolded(folded, postcode, 'postcode');
}
