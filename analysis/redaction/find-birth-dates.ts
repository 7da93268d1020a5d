import { birthWords, monthNames } from './birth-words.ts';
import type { FoldedText } from './fold-text.ts';
import type { IdentifierSpan } from './identifier-span.ts';
import { mask } from './mask.ts';
import { matchFolded } from './match-folded.ts';
import { placeholder } from './placeholder.ts';

/** So near to a word of birth any date is one of birth; farther, one of an age that people have. */
const beside = 20;
const before = 60;
const after = 30;
const youngest = 5;
const oldest = 110;

const month = `(?:${monthNames.join('|')})`;
const gap = '[ ,./-]{1,3}';
const year4 = '(?<year>(?:18|19|20)\\d{2})';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const yearWord = '(?: ?(?:года?|г\\.?|жыл\\p{L}*|ж\\.?))?';
const forms = [
  // 12.03.1985, 3/12/85
  `${day} ?[./-] ?(?:0?[1-9]|[12]\\d|3[01]) ?[./-] ?(?<year>(?:18|19|20)\\d{2}|\\d{2})`,
  // 1985-03-12
  `${year4} ?[./-] ?(?:0?[1-9]|1[0-2]) ?[./-] ?${day}`,
  // 12 March 1985, 12. März 1985, 12 de marzo de 1985
  `${day}(?:st|nd|rd|th|\\.)?(?:${gap}| of | de | del )${month}(?:${gap}| de | del )${year4}${yearWord}`,
  // March 12, 1985
  `${month} ${day}(?:st|nd|rd|th)?,? ${year4}`,
  // 1985 жылғы 12 наурыз
  `${year4}(?: ?ж\\.?| жыл\\p{L}*)? ?(?:ы )?${day}[ -]*(?:шы |ші )?${month}`,
  // March 1985
  `${month}(?: | de | del )${year4}${yearWord}`,
  // 1985年3月12日
  `${year4} ?年 ?\\d{1,2} ?月(?: ?${day} ?[日号])?`,
  `${year4}${yearWord} ?年?`,
];

/** Two figures of a year are of the last hundred years. */
function fullYear(text: string, thisYear: number): number {
  const year = Number(text);
  if (text.length === 4) return year;
  const century = thisYear - (thisYear % 100);
  return century + year > thisYear ? century - 100 + year : century + year;
}

function distanceToBirth(words: readonly { at: number; end: number }[], at: number, end: number) {
  const distances = words.map((word) => {
    if (word.end <= at) return { gap: at - word.end, follows: true };
    return { gap: Math.max(0, word.at - end), follows: false };
  });
  return distances.filter(({ gap, follows }) => gap <= (follows ? before : after));
}

/**
 * Dates of birth: dates in figures or with the month's name in seven languages, and single years, beside a
 * word for being born.
 *
 * @param folded the text
 * @param today YYYY-MM-DD
 * @returns spans of kind `date-of-birth`: a full date at most 20 units from such a word, whatever its year (a
 *   child may just have been born); farther, up to 60 before and 30 after, and for single years, those from 5
 *   to 110 years ago. A date without such a word is none: what happened on a day tells less than it explains.
 */
export function findBirthDates(folded: FoldedText, today: string): IdentifierSpan[] {
  const thisYear = Number(today.slice(0, 4));
  const words = [...mask(folded.text, placeholder).matchAll(birthWords)].map(
    ({ 0: word, index }) => ({
      at: index,
      end: index + word.length,
    }),
  );
  if (words.length === 0) return [];
  return forms.flatMap((form, index) => {
    const isYearAlone = index === forms.length - 1;
    const source = `(?<![\\p{L}\\p{N}])${form}(?![\\p{N}])`;
    // Chinese has no spaces: a date may follow any character that is no figure.
    const pattern = new RegExp(
      index >= 6 ? source.replace('[\\p{L}\\p{N}]', '\\p{N}') : source,
      'gu',
    );
    const exact = new RegExp(`^${form}`, 'u');
    return matchFolded(folded, pattern, 'date-of-birth', (found, at) => {
      const near = distanceToBirth(words, at, at + found.length);
      if (near.length === 0) return false;
      const age = thisYear - fullYear(exact.exec(found)?.groups?.['year'] ?? '', thisYear);
      if (age >= youngest && age <= oldest) return true;
      return !isYearAlone && age >= 0 && age <= oldest && near.some(({ gap }) => gap <= beside);
    });
  });
}
