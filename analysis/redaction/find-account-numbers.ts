import type { FoldedText } from './fold-text.ts';
import type { IdentifierSpan } from './identifier-span.ts';
import { isChineseIdentityNumber } from './is-chinese-identity-number.ts';
import { isIban } from './is-iban.ts';
import { isKazakhIin } from './is-kazakh-iin.ts';
import { isSpanishIdentityNumber } from './is-spanish-identity-number.ts';
import { matchFolded } from './match-folded.ts';
import { matchPieces } from './match-pieces.ts';

const iban =
  /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?(?![\p{L}\p{N}])/gu;
const figures = /(?<!\d)\d{12}(?!\d)/gu;
const resident = /(?<!\d)\d{17}[\dx](?![\p{L}\p{N}])/gu;
const spanish =
  /(?<![\p{L}\p{N}])(?:\d{2}[. ]?\d{3}[. ]?\d{3}|[xyz][- ]?\d{7})[- ]?[a-z](?![\p{L}\p{N}])/gu;
// Two letters of the ones in use, six figures, A to D; OA to OZ and the like are not given out.
const nationalInsurance =
  /(?<![\p{L}\p{N}])(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-prstw-z][a-ceghj-npr-tw-z] ?\d{2} ?\d{2} ?\d{2} ?[a-d](?![\p{L}\p{N}])/gu;

const bare = (text: string) => text.replaceAll(/[ .-]/g, '');

/**
 * Numbers of accounts and of identity papers that prove themselves by a check digit: IBAN, Kazakh IIN,
 * Chinese resident identity number, Spanish DNI and NIE; and UK National Insurance numbers, by their shape.
 *
 * @param folded the text
 * @returns spans of kind `account-number`
 */
export function findAccountNumbers(folded: FoldedText): IdentifierSpan[] {
  const kind = 'account-number';
  return [
    ...matchPieces(folded, iban, kind, (found) => isIban(bare(found))),
    ...matchFolded(folded, figures, kind, isKazakhIin),
    ...matchFolded(folded, resident, kind, isChineseIdentityNumber),
    ...matchFolded(folded, spanish, kind, (found) => isSpanishIdentityNumber(bare(found))),
    ...matchFolded(folded, nationalInsurance, kind),
  ];
}
