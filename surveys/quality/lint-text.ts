import { warning, type TextFinding } from './findings.ts';
import { lintCharacters } from './lint-characters.ts';
import { lintMojibake } from './lint-mojibake.ts';
import { lintPlaceholders } from './lint-placeholders.ts';
import { lintScript } from './lint-script.ts';
import { writingSystemOf } from './scripts.ts';

export type Source = { tag: string; text: string };

function lintSpaces(text: string): TextFinding[] {
  return [
    ...(text.trim() === text ? [] : [warning('edge-space')]),
    ...(/\S[ \u00A0]{2,}\S/u.test(text) ? [warning('double-space')] : []),
    ...(text.normalize('NFC') === text ? [] : [warning('not-normalised')]),
  ];
}

// Short texts vary too much to compare; Han text takes about a third of the characters.
const shortestComparable = 30;
const usualRatio = { alphabetic: [0.4, 2.5], han: [0.12, 1] } as const;

function lintLength(tag: string, text: string, source: Source): TextFinding[] {
  const isHan = (of: string) => /^(Han|Jpan)/u.test(writingSystemOf(of).script);
  if (isHan(source.tag) || source.text.length < shortestComparable) return [];
  const [least, most] = isHan(tag) ? usualRatio.han : usualRatio.alphabetic;
  const ratio = text.length / source.text.length;
  const values = { ratio: Math.round(ratio * 100) / 100 };
  if (ratio > most) return [warning('too-long', values)];
  return ratio < least ? [warning('too-short', values)] : [];
}

function lintIdentity(tag: string, text: string, source: Source): TextFinding[] {
  const isSameLanguage = new Intl.Locale(tag).language === new Intl.Locale(source.tag).language;
  const isIdentical = text.trim() === source.text.trim() && /\p{L}/u.test(text);
  return isIdentical && !isSameLanguage ? [warning('identical-to-source')] : [];
}

/**
 * Checks one text; `tag` is any BCP 47 tag, so imported languages we do not field are checked too.
 * @throws {RangeError} when `tag` is no language tag at all.
 */
export function lintText(tag: string, text: string, source?: Source): TextFinding[] {
  return [
    ...lintCharacters(text),
    ...lintMojibake(text),
    ...lintScript(tag, text),
    ...lintPlaceholders(text, source?.text),
    ...lintSpaces(text),
    ...(source ? lintIdentity(tag, text, source) : []),
    ...(source ? lintLength(tag, text, source) : []),
  ];
}
