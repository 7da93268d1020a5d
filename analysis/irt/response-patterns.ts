import type { ItemMatrix } from '../table/item-matrix.ts';

/** Distinct response patterns with their frequencies. */
export interface ResponsePatterns {
  readonly names: readonly string[];
  /** Per item its categories' scores, ascending: those that occur. */
  readonly scores: readonly Float64Array[];
  /** k + 1: where an item's categories start when all are laid end to end. */
  readonly offsets: Int32Array;
  /** P × k, row-major: place of the answer among all categories, −1 missing. */
  readonly patterns: Int32Array;
  /** P. */
  readonly counts: Float64Array;
  /** Per row of the matrix its pattern, −1 where nothing was answered. */
  readonly patternOfRow: Int32Array;
  /** Respondents with at least one answer. */
  readonly n: number;
}

function occurringScores({ values, names }: ItemMatrix): Float64Array[] {
  return names.map((_, item) => {
    const found = new Set<number>();
    for (let place = item; place < values.length; place += names.length) {
      const value = values[place] ?? NaN;
      if (!Number.isNaN(value)) found.add(value);
    }
    return Float64Array.from(found).sort();
  });
}

/**
 * Answers as distinct response patterns, the sufficient statistics of item response models.
 *
 * n_p = number of respondents with pattern p.
 *
 * @param matrix n × k item scores; missing is NaN.
 * @returns patterns in order of first appearance, with frequencies and the categories that occur.
 * @remarks Missing data: a missing answer is part of a pattern; respondents without any answer have none.
 * @throws never.
 * @see Bock, R. D., Aitkin, M. (1981). Psychometrika 46, 443–459. https://doi.org/10.1007/BF02293801.
 */
export function responsePatterns(matrix: ItemMatrix): ResponsePatterns {
  const { names, n: rows, values } = matrix;
  const k = names.length;
  const scores = occurringScores(matrix);
  const offsets = new Int32Array(k + 1);
  scores.forEach((list, item) => (offsets[item + 1] = (offsets[item] ?? 0) + list.length));
  const places = scores.map((list, item) => {
    return new Map(Array.from(list, (score, c) => [score, (offsets[item] ?? 0) + c]));
  });
  const known = new Map<string, number>();
  const patterns: number[] = [];
  const counts: number[] = [];
  const patternOfRow = new Int32Array(rows).fill(-1);
  let n = 0;
  for (let row = 0; row < rows; row += 1) {
    const answers = places.map((place, item) => place.get(values[row * k + item] ?? NaN) ?? -1);
    if (answers.every((answer) => answer < 0)) continue;
    const key = String.fromCharCode(...answers.map((answer) => answer + 1));
    const pattern = known.get(key) ?? counts.length;
    if (pattern === counts.length) {
      known.set(key, pattern);
      for (const answer of answers) patterns.push(answer);
      counts.push(0);
    }
    counts[pattern] = (counts[pattern] ?? 0) + 1;
    patternOfRow[row] = pattern;
    n += 1;
  }
  return {
    ...{ names, scores, offsets, patternOfRow, n },
    patterns: Int32Array.from(patterns),
    counts: Float64Array.from(counts),
  };
}
