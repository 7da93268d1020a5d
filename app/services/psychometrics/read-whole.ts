type Bounds = { min: number; max: number; usual: number };

/** A whole number of the address; the usual one where there is none within the bounds. */
export function readWhole(
  search: URLSearchParams,
  name: string,
  { min, max, usual }: Bounds,
): number {
  const text = search.get(name) ?? '';
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  return value >= min && value <= max ? value : usual;
}
