import type { SparseMatrix } from '../../numeric/sparse/sparse-matrix.ts';
import { suggestCodes } from './suggest-codes.ts';

/** A text with its codes, of which it has at least one. */
export type CodedText = { readonly row: number; readonly codes: readonly string[] };

export type CurvePoint = {
  /** Texts that were learnt from; in what was coded next, so many were predicted. */
  readonly learnt: number;
  readonly tested: number;
  /** Of these, whose first suggestion is one of their codes; among whose first three one is. */
  readonly first: number;
  readonly three: number;
};

/** Learnt anew after so many texts, then after each half as many again: few fits show the whole curve. */
const steps = [5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750] as const;

function stepsUpTo(n: number): number[] {
  const found: number[] = steps.filter((step) => step < n);
  let next = 1000;
  while (next < n) {
    found.push(next);
    next = Math.round(next * 1.5);
  }
  return found;
}

/**
 * How right suggestions were while somebody coded: each text is predicted from those coded before it alone.
 *
 * Prequential (test, then train) in blocks: a model is learnt from the first 5, 10, 20, … texts and predicts those from
 * there to the next step; so a text is never predicted by a model that has seen it, and a model that learns after each
 * text would know a little more.
 *
 * @param grams of all texts (`textGrams`)
 * @param coded texts in the order in which they were coded, each once
 * @returns one point for each step at which two codes were known; counts, tested ≥ 1, first ≤ three ≤ tested
 * @remarks Missing data: texts that nobody coded only place the others. A code that was not used before cannot be
 *   suggested and counts as wrong.
 * @throws never.
 * @see Dawid, A. P. (1984). Statistical theory: the prequential approach. Journal of the Royal Statistical Society A
 *   147, 278–292. https://doi.org/10.2307/2981683; Gama, J., Sebastião, R., Rodrigues, P. P. (2013). On evaluating
 *   stream learning algorithms. Machine Learning 90, 317–346. https://doi.org/10.1007/s10994-012-5320-9
 */
export function learningCurve(grams: SparseMatrix, coded: readonly CodedText[]): CurvePoint[] {
  const all = stepsUpTo(coded.length);
  return all.flatMap((learnt, at): CurvePoint[] => {
    const pairs = coded
      .slice(0, learnt)
      .flatMap(({ row, codes }) => codes.map((code) => ({ row, code })));
    const next = coded.slice(learnt, all[at + 1] ?? coded.length);
    const suggestions = suggestCodes(
      grams,
      pairs,
      next.map(({ row }) => row),
    );
    if (suggestions.every((list) => list.length === 0)) return [];
    const right = (most: number) =>
      next.filter(({ codes }, index) =>
        suggestions[index]?.slice(0, most).some(({ code }) => codes.includes(code)),
      ).length;
    return [{ learnt, tested: next.length, first: right(1), three: right(3) }];
  });
}
