import type { AnalysisReader } from './reader.server.ts';

/**
 * What the number of answers allows, after COSMIN's box on structural validity: seven for each item and a
 * hundred are very good, five for each and a hundred adequate.
 */
export function sampleCautions(
  { say, number }: AnalysisReader,
  n: number,
  items: number,
): string[] {
  const values = { n: number(n, 0), items: number(items, 0) };
  const ratio = n / items;
  const size =
    ratio < 5 || n < 100
      ? [say('sampleSize.tooSmall', values)]
      : ratio < 7
        ? [say('sampleSize.adequate', values)]
        : [];
  return [...size, say('sample')];
}
