/** Scores from low to high with the cases of each class: distinct values, or bins of a histogram. */
export interface ScoreCounts {
  readonly positives: ArrayLike<number>;
  readonly negatives: ArrayLike<number>;
}

/**
 * Cases by distinct score and class.
 *
 * m_s = #{y = 1, score = s}, n_s = #{y = 0, score = s}, s ascending.
 *
 * @param outcomes 0 or 1.
 * @param scores as many numbers; higher: more likely 1.
 * @returns distinct scores and counts of both classes.
 * @remarks Missing data: to be left out before.
 * @throws never.
 * @see Hanley, J. A., McNeil, B. J. (1982). https://doi.org/10.1148/radiology.143.1.7063747.
 */
export function scoreCounts(
  outcomes: ArrayLike<number>,
  scores: ArrayLike<number>,
): ScoreCounts & { readonly scores: Float64Array } {
  const distinct = Float64Array.from(new Set(Array.from(scores))).sort();
  const placeOf = new Map([...distinct].map((score, place) => [score, place]));
  const positives = new Float64Array(distinct.length);
  const negatives = new Float64Array(distinct.length);
  for (let i = 0; i < scores.length; i += 1) {
    const place = placeOf.get(scores[i] ?? NaN) ?? -1;
    const counts = outcomes[i] === 1 ? positives : negatives;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return { scores: distinct, positives, negatives };
}
