import { adjustPValues } from '../groups/adjust-p-values.ts';
import type { DifSample } from './dif-sample.ts';
import { matchingTable, type MatchingScore } from './matching-table.ts';
import { ordinalLogisticDif } from './ordinal-logistic-dif.ts';

const MAXIMUM_ROUNDS = 20;

export interface PurifiedAnchors {
  /** Indexes of the items whose sum matches the groups. */
  readonly anchors: ReadonlySet<number>;
  readonly rounds: number;
  readonly isStable: boolean;
}

/**
 * The items that may match the groups: those not flagged when the matching score is made of themselves.
 *
 * A_0 = all items; A_{t+1} = items with Holm-adjusted p ≥ α of the test with 2 df given the score of A_t; until
 * A_{t+1} = A_t.
 *
 * @param sample complete answers of two groups.
 * @param score whether the studied item is part of its matching score.
 * @param alpha level of significance in (0, 1).
 * @returns anchors, the number of rounds and whether the last changed nothing.
 * @remarks Missing data: none in the sample. Items that cannot be tested stay. When fewer than two would be left
 *   the last set with two or more stays, not stable; so does the last set when the sets go round in circles.
 * @throws never.
 * @see Holland, P. W., Thayer, D. T. (1988). In Wainer & Braun (Eds.), Test Validity, 129–145; French, B. F.,
 *   Maller, S. J. (2007). Educ Psychol Meas 67, 373–393. https://doi.org/10.1177/0013164406294781.
 */
export function purifyAnchors(
  sample: DifSample,
  score: MatchingScore,
  alpha: number,
): PurifiedAnchors {
  const items = [...sample.names.keys()];
  let anchors: ReadonlySet<number> = new Set(items);
  for (let round = 1; round <= MAXIMUM_ROUNDS; round += 1) {
    const p = items.map((item) => {
      const result = ordinalLogisticDif(matchingTable(sample, item, anchors, score));
      return result.ok ? result.total.p : NaN;
    });
    const adjusted = adjustPValues(p, 'holm');
    const next = new Set(items.filter((item) => !((adjusted[item] ?? NaN) < alpha)));
    if (next.size === anchors.size && items.every((item) => next.has(item) === anchors.has(item))) {
      return { anchors, rounds: round, isStable: true };
    }
    if (next.size < 2) return { anchors, rounds: round, isStable: false };
    anchors = next;
  }
  return { anchors, rounds: MAXIMUM_ROUNDS, isStable: false };
}
