/** For JSON.stringify: typed arrays as lists, maps as objects; what is not a number becomes null. */
export function plainNumbers(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value))
    return Number.isNaN(value) ? null : String(value);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return Array.from(value as unknown as ArrayLike<number>);
  }
  if (value instanceof Map) return Object.fromEntries(value as Map<string, unknown>);
  return value;
}
