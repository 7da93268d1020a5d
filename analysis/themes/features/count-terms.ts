import { byCodeUnits } from '../../numeric/by-code-units.ts';
import { sparseMatrix, type SparseMatrix } from '../../numeric/sparse/sparse-matrix.ts';

export type TermCounts = {
  /** In alphabetical order, so that nothing depends on the order of texts. */
  readonly vocabulary: readonly string[];
  /** Documents × terms. */
  readonly counts: SparseMatrix;
  /** In how many documents each term is, weighted. */
  readonly documentFrequency: Float64Array;
  /** Documents as sequences of term indices. */
  readonly sequences: readonly Int32Array[];
};

/**
 * Counts the terms of documents. A term of fewer than `fewest` documents joins nothing to anything and is
 * left out; one of more than `mostShare` of all is a stop word of this corpus.
 *
 * n_w = Σ weights of the documents that hold w.
 *
 * @param documents stems of each document, in order
 * @param weights how often each document was seen
 * @param options fewest documents of a term; its largest share of all
 * @returns vocabulary, counts and sequences of the terms that are kept
 * @remarks Missing data: a document none of whose terms is kept is an empty row.
 * @throws never.
 * @see Salton, G., Buckley, C. (1988). Term-weighting approaches. https://doi.org/10.1016/0306-4573(88)90021-0
 */
export function countTerms(
  documents: readonly (readonly string[])[],
  weights: Float64Array,
  { fewest = 2, mostShare = 1 }: { fewest?: number; mostShare?: number } = {},
): TermCounts {
  const frequency = new Map<string, number>();
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, stems] of documents.entries()) {
    for (const stem of new Set(stems)) {
      frequency.set(stem, (frequency.get(stem) ?? 0) + (weights[index] ?? 0));
    }
  }
  const vocabulary = [...frequency]
    .filter(([, n]) => n >= fewest && n <= mostShare * total)
    .map(([stem]) => stem)
    .sort(byCodeUnits);
  const indexOf = new Map(vocabulary.map((stem, index) => [stem, index]));
  const sequences = documents.map((stems) =>
    Int32Array.from(stems.flatMap((stem) => indexOf.get(stem) ?? [])),
  );
  const rows = sequences.map((sequence) => {
    const row = new Map<number, number>();
    for (const term of [...sequence].sort((a, b) => a - b)) row.set(term, (row.get(term) ?? 0) + 1);
    return row;
  });
  return {
    vocabulary,
    counts: sparseMatrix(rows, vocabulary.length),
    documentFrequency: Float64Array.from(vocabulary, (stem) => frequency.get(stem) ?? 0),
    sequences,
  };
}
