/** Where `words` stand in `text`, whatever their spaces and line ends; undefined where they do not. */
export function findSpan(text: string, words: string): { start: number; end: number } | undefined {
  const wanted = words.trim();
  if (wanted === '') return undefined;
  const parts = wanted.split(/\s+/u).map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const found = new RegExp(parts.join('\\s+'), 'u').exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}
