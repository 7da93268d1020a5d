import { error, type TextFinding } from './findings.ts';

// The bytes 0x80–0xBF as Latin-1 and as Windows-1252 show them.
const continuation = '[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';

// Ä, Å, Æ … also lead a pair, but close a quoted word in capitals too often („SPAß“) to be proof.
const patterns = [
  `[ÂÃ]${continuation}`,
  `(?:[ÐÑÒÓØÙÚÛ]${continuation}){2,}`,
  `â[€‚„][${continuation.slice(1, -1)}]`,
  `(?:à[¤-·¸-»]${continuation}){2,}`,
  `(?:[ã-é]${continuation}{2}){2,}`,
  `ð[Ÿ\\u009F]${continuation}{2}`,
];
const mojibake = new RegExp(patterns.join('|'), 'u');

/** UTF-8 that was read as Latin-1 or Windows-1252. */
export function lintMojibake(text: string): TextFinding[] {
  const found = mojibake.exec(text);
  return found ? [error('mojibake', { found: found[0].slice(0, 20) })] : [];
}
