const wideScripts = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u;
const spacedOut = /\s+/u;
/** No line begins with a closing mark, or ends with an opening one. */
const wideBreaks = /[“‘《（「]*.[。，、；：！？”’》）」…\s]*/gu;

/** A server has no fonts to measure with: this errs on the wide side for system fonts. */
export function estimateTextWidth(text: string, fontSize: number): number {
  let ems = 0;
  // Among Chinese letters, quotation marks and dashes are as wide as these.
  const isWide = wideScripts.test(text);
  for (const character of text) {
    ems += isWide && /[‘’“”—…]/u.test(character) ? 1 : characterEms(character);
  }
  return ems * fontSize;
}

function characterEms(character: string): number {
  if (/[\p{M}\p{Cf}]/u.test(character)) return 0;
  if (wideScripts.test(character)) return 1;
  if (/[\s.,:;'’|!ilj·]/u.test(character)) return 0.32;
  if (/[mwMWШЩЖЮФшщжюфң%]/u.test(character)) return 0.86;
  if (/\p{Lu}/u.test(character)) return 0.68;
  if (/\p{Script=Cyrillic}/u.test(character)) return 0.6;
  if (/\p{Script=Arabic}/u.test(character)) return 0.48;
  return 0.54;
}

export function widestText(texts: readonly string[], fontSize: number): number {
  return Math.max(0, ...texts.map((text) => estimateTextWidth(text, fontSize)));
}

/**
 * Breaks at spaces; text without spaces (Chinese) breaks between characters, and a word that is
 * wider than the line breaks with a hyphen.
 */
export function wrapText(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = '';
  const fitting = pieces(text).flatMap((piece) => breakWord(piece, width, fontSize));
  for (const piece of fitting) {
    const longer = line + piece;
    if (line !== '' && estimateTextWidth(longer.trimEnd(), fontSize) > width) {
      lines.push(line.trimEnd());
      line = piece;
    } else {
      line = longer;
    }
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}

const shortestPart = 3;

/** Letters of joined scripts (Arabic) would change their shape, so those words stay whole. */
function breakWord(piece: string, width: number, fontSize: number): string[] {
  const word = piece.trimEnd();
  if (estimateTextWidth(word, fontSize) <= width || /\p{Script=Arabic}/u.test(word)) return [piece];
  const letters = Array.from(word);
  let length = letters.length - shortestPart;
  const head = () => `${letters.slice(0, length).join('')}-`;
  while (length > shortestPart && estimateTextWidth(head(), fontSize) > width) length -= 1;
  if (length < shortestPart) return [piece];
  return [head(), ...breakWord(`${letters.slice(length).join('')} `, width, fontSize)];
}

function pieces(text: string): string[] {
  return text
    .trim()
    .split(spacedOut)
    .filter((word) => word !== '')
    .flatMap((word) => {
      const spaced = `${word} `;
      return wideScripts.test(word) ? (spaced.match(wideBreaks) ?? []) : [spaced];
    });
}
