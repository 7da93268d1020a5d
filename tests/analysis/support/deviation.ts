/** |x − e| relative to |e|, absolute below 1; Infinity when one is a number and the other is not. */
export function deviation(actual: number | null | undefined, expected: number | null): number {
  const isUndefined = actual === null || actual === undefined || Number.isNaN(actual);
  if (expected === null || Number.isNaN(expected)) return isUndefined ? 0 : Infinity;
  if (isUndefined) return Infinity;
  return Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
}
