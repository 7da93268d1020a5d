/** A name that R and lavaan take without quotes. */
export function rName(column: string): string {
  const name = column.replaceAll(/[^A-Za-z0-9_.]/gu, '_');
  return /^[A-Za-z.]/u.test(name) ? name : `x${name}`;
}

export function rText(text: string): string {
  return JSON.stringify(text);
}

export function rVector(texts: readonly string[]): string {
  return `c(${texts.map(rText).join(', ')})`;
}

/** Options as they came, each mention of a column under the name it has in the file. */
export function renameColumns(value: unknown, columns: readonly string[]): unknown {
  const longestFirst = [...columns].sort((a, b) => b.length - a.length);
  const rename = (text: string) =>
    longestFirst.reduce((renamed, column) => renamed.replaceAll(column, rName(column)), text);
  if (typeof value === 'string') return rename(value);
  if (Array.isArray(value)) return value.map((one: unknown) => renameColumns(one, columns));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, renameColumns(one, columns)]),
  );
}
