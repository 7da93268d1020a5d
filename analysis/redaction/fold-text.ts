export type FoldedText = {
  text: string;
  /** Where each unit of `text` begins and ends in the original. */
  starts: number[];
  ends: number[];
};

const unmarked: Readonly<Record<string, string>> = {
  ß: 'ss',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  ى: 'ي',
  ة: 'ه',
  '\u0640': '',
  '\u2019': "'",
  '\u2018': "'",
  '\u02bc': "'",
};

/** Arabic-Indic and Persian figures as the ones patterns are written with. */
const figure = (character: string): string => {
  const code = character.charCodeAt(0);
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  return unmarked[character] ?? character;
};

/**
 * The text without case, diacritics, compatibility forms, and marks of Arabic writing.
 *
 * fold(c) = lower(NFKD(c)) without combining and format characters; ß is ss, figures are 0–9.
 *
 * @param text any text
 * @returns the folded text and, for each of its units, where it stands in the original; a combining mark
 *   belongs to the letter before it
 * @remarks й and и, ё and е, أ and ا fold alike: names are compared after folding on both sides.
 * @see Unicode Standard Annex #15, Unicode Normalization Forms
 */
export function foldText(text: string): FoldedText {
  const folded: FoldedText = { text: '', starts: [], ends: [] };
  let at = 0;
  for (const character of text) {
    const next = at + character.length;
    const letters = character
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[\p{M}\p{Cf}]/gu, '');
    const plain = Array.from(letters, figure).join('');
    for (let unit = 0; unit < plain.length; unit += 1) {
      folded.starts.push(at);
      folded.ends.push(next);
    }
    folded.text += plain;
    if (plain === '' && folded.ends.length > 0) folded.ends[folded.ends.length - 1] = next;
    at = next;
  }
  return folded;
}
