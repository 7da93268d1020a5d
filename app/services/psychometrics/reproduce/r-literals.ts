export function rText(text: string): string {
  return JSON.stringify(text);
}

export function rVector(texts: readonly string[]): string {
  return `c(${texts.map(rText).join(', ')})`;
}

/** Options or a report as they came, each mention of a column under the name it has in the file. */
export function renameColumns(value: unknown, names: ReadonlyMap<string, string>): unknown {
  const longestFirst = [...names].sort(([a], [b]) => b.length - a.length);
  const rename = (text: string) =>
    longestFirst.reduce((renamed, [column, name]) => renamed.replaceAll(column, name), text);
  if (typeof value === 'string') return rename(value);
  if (Array.isArray(value)) return value.map((one: unknown) => renameColumns(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, renameColumns(one, names)]),
  );
}
