import { codePoints, error, type TextFinding } from './findings.ts';

// Joiners, direction marks and isolates, soft hyphen: invisible, but spelling needs them.
const neededFormats = new Set(
  [0xad, 0x61c, 0x200c, 0x200d, 0x200e, 0x200f, 0x2066, 0x2067, 0x2068, 0x2069].map((point) =>
    String.fromCodePoint(point),
  ),
);

function isStrayControl(character: string): boolean {
  if (character === '\n' || character === '\t') return false;
  return /^[\p{Cc}\p{Cf}]$/u.test(character) && !neededFormats.has(character);
}

function isUndisplayable(character: string): boolean {
  return /^[\p{Co}\p{Cn}\p{Cs}\u{FFFD}]$/u.test(character);
}

// A vowel sign or accent with nothing to stand on: what is left where a letter was lost.
// Marks shared by scripts (Arabic vowels, emoji selectors) are left alone.
const strayMark = /(?<!\p{L}|\p{M}|\u200C|\u200D|\u25CC)(?!\p{Script=Inherited})\p{M}/gu;

/** Control characters, replacement characters, private and unassigned code points, orphaned marks. */
export function lintCharacters(text: string): TextFinding[] {
  const characters = Array.from(text);
  const stray = characters.filter(isStrayControl);
  const undisplayable = characters.filter(isUndisplayable);
  const marks = text.match(strayMark) ?? [];
  return [
    ...(stray.length > 0 ? [error('control-character', { found: codePoints(stray) })] : []),
    ...(undisplayable.length > 0
      ? [error('undisplayable-character', { found: codePoints(undisplayable) })]
      : []),
    ...(marks.length > 0 ? [error('stray-mark', { found: codePoints(marks) })] : []),
  ];
}
