const wideScripts = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u;
const spacedOut = /\s+/u;

/** A server has no fonts to measure with: this errs on the wide side for system fonts. */
export function estimateTextWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += characterEms(character);
  return ems * fontSize;
}

function characterEms(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  if (wideScripts.test(character)) return 1;
  if (/[\s.,:;'’|!ilj·]/u.test(character)) return 0.32;
  if (/[mwMWШЩЖЮФшщжюфң%]/u.test(character)) return 0.86;
  if (/\p{Lu}/u.test(character)) return 0.68;
  if (/\p{Script=Cyrillic}/u.test(character)) return 0.6;
  if (/\p{Script=Arabic}/u.test(character)) return 0.48;
  return 0.54;
}

/** Breaks at spaces; text without spaces (Chinese) breaks between characters. */
export function wrapText(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
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

function pieces(text: string): string[] {
  return text
    .trim()
    .split(spacedOut)
    .flatMap((word) => {
      const spaced = `${word} `;
      return wideScripts.test(word) ? Array.from(spaced) : [spaced];
    });
}
