/** A character of no script that no pattern asks for. */
const nothing = '\ue000';

/**
 * A text of the same length in which what a pattern finds is blank.
 *
 * @param text any text
 * @param pattern with the flags `g` and `u`
 * @returns the text with each match replaced by as many private-use characters
 */
export function mask(text: string, pattern: RegExp): string {
  return text.replaceAll(pattern, (found) => nothing.repeat(found.length));
}
