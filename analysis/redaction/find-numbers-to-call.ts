import type { FoldedText } from './fold-text.ts';
import type { IdentifierSpan } from './identifier-span.ts';
import { isNhsNumber } from './is-nhs-number.ts';
import { mask } from './mask.ts';
import { matchFolded } from './match-folded.ts';
import { matchPieces } from './match-pieces.ts';
import { placeholder } from './placeholder.ts';

const candidate =
  /(?<![\p{N}+])(?:\+ ?|\()?\d(?:[ \u00a0().\u2010-\u2015/-]{0,3}\d){4,16}(?!\p{N})/gu;
const nhs = /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/gu;
/** Dates and decimals: their figures are no one's number. */
const otherFigures =
  /(?<![\d.])(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|0[.,]\d+)(?![\d/-])/gu;

/** Words beside which a short number is a telephone number too; folded. */
const callWords =
  /tel(?:e[fp](?:h)?on\p{L}*)?[.:]|tele(?:f|ph)on|phone|mobile|whats\s?app|call (?:me|him|her|us|them)|ring (?:me|us)|handy|anruf|ruf(?:en|t)? mich|rufnummer|llam(?:a|e|ar)|movil|тел(?:ефон|\.)|звони|номер|қоңырау|нөмір|ұялы|هاتف|جوال|موبايل|اتصل|رقمي|电话|手机|致电|拨打|微信/u;

const near = 24;

/** National forms: with a trunk prefix everywhere, without one where a country has none. */
function isNational(digits: string, language: string): boolean {
  if (/^0[1-9]\d{7,10}$/.test(digits)) return true; // UK, Germany, Arab countries, Chinese landlines
  if (/^[78][3-9]\d{9}$/.test(digits)) return true; // Russia and Kazakhstan, with 8 or 7
  if (/^1[3-9]\d{9}$/.test(digits)) return true; // Chinese mobiles
  if (/^[6789]\d{8}$/.test(digits)) return language === 'es'; // Spain has no prefix
  if (/^[79]\d{9}$/.test(digits)) return language === 'ru' || language === 'kk';
  return false;
}

function isPhone(text: string, found: string, at: number, language: string): boolean {
  const digits = found.replaceAll(/\D/g, '');
  if (isNhsNumber(digits)) return false;
  if (found.startsWith('+') || digits.startsWith('00')) {
    const length = digits.replace(/^00/, '').length;
    return length >= 8 && length <= 15;
  }
  if (isNational(digits, language)) return true;
  const around = text.slice(Math.max(0, at - near), at + found.length + near / 2);
  return digits.length >= 5 && digits.length <= 13 && callWords.test(around);
}

/**
 * NHS numbers by their check digit, and telephone numbers: international ones, national ones in use where
 * the seven languages are spoken, and shorter ones beside a word for calling.
 *
 * @param folded the text
 * @param language of the text: some countries' numbers have no prefix that tells them
 * @returns spans of kinds `nhs-number` and `phone`. Ten figures that fail the check digit are no NHS number,
 *   and a telephone number where they have the form of one.
 * @see ITU-T E.164 (at most 15 figures); E.123 (how they are written)
 */
export function findNumbersToCall(folded: FoldedText, language: string): IdentifierSpan[] {
  const text = mask(folded.text, otherFigures);
  const around = mask(folded.text, placeholder);
  return [
    ...matchFolded(folded, nhs, 'nhs-number', (found) => isNhsNumber(found.replaceAll(/\D/g, ''))),
    ...matchPieces({ ...folded, text }, candidate, 'phone', (found, at) =>
      isPhone(around, found, at, language),
    ),
  ];
}
