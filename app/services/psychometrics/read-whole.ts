type Bounds = { min: number; max: number };

/** A whole number within the bounds; null where the text is none. */
export function parseWhole(text: string, { min, max }: Bounds): number | null {
  const trimmed = text.trim();
  const value = /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : NaN;
  return value >= min && value <= max ? value : null;
}

/** A whole number of the address; the usual one where there is none within the bounds. */
export function readWhole(
  search: URLSearchParams,
  name: string,
  { usual, ...bounds }: Bounds & { usual: number },
): number {
  return parseWhole(search.get(name) ?? '', bounds) ?? usual;
}
