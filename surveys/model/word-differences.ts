import type { Language } from './languages.ts';

export const wordChanges = ['same', 'added', 'removed'] as const;
export type WordDifference = { change: (typeof wordChanges)[number]; text: string };

/** Words as the language divides them (Chinese without spaces too), spaces and marks between them. */
function segments(text: string, language: Language): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** lengths[i][j]: longest common subsequence of before[i…] and after[j…]. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const lengths = Array.from(
    { length: before.length + 1 },
    () => new Uint16Array(after.length + 1),
  );
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row === undefined) continue;
      row[j] =
        before[i] === after[j]
          ? lengthAt(lengths, i + 1, j + 1) + 1
          : Math.max(lengthAt(lengths, i + 1, j), lengthAt(lengths, i, j + 1));
    }
  }
  return lengths;
}

function lengthAt(lengths: readonly Uint16Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

function append(differences: WordDifference[], change: WordDifference['change'], text: string) {
  const last = differences.at(-1);
  if (last?.change === change) last.text += text;
  else differences.push({ change, text });
}

/** What was kept, removed and added, in reading order; neighbours of one kind are joined. */
export function wordDifferences(
  before: string,
  after: string,
  language: Language,
): WordDifference[] {
  const old = segments(before, language);
  const fresh = segments(after, language);
  const lengths = commonLengths(old, fresh);
  const differences: WordDifference[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    const removed = old[i];
    const added = fresh[j];
    if (removed !== undefined && removed === added) {
      append(differences, 'same', removed);
      i += 1;
      j += 1;
    } else if (
      removed !== undefined &&
      (added === undefined || lengthAt(lengths, i + 1, j) >= lengthAt(lengths, i, j + 1))
    ) {
      append(differences, 'removed', removed);
      i += 1;
    } else if (added !== undefined) {
      append(differences, 'added', added);
      j += 1;
    }
  }
  return differences;
}
