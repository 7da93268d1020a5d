import type { Generator } from './seeded-generator.ts';

/** The first `size` of a fair shuffle of 0 … n − 1 (Fisher–Yates), in the order drawn; all where n is less. */
export function drawWithoutReplacement(n: number, size: number, random: Generator): number[] {
  const left = Array.from({ length: n }, (_, index) => index);
  const most = Math.min(size, n);
  for (let at = 0; at < most; at += 1) {
    const other = at + Math.floor(random() * (n - at));
    [left[at], left[other]] = [left[other]!, left[at]!];
  }
  return left.slice(0, most);
}
