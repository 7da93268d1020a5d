import type { NotEstimable } from '../../estimate.ts';
import type { ItemMatrix } from '../../table/item-matrix.ts';
import { responsePatterns } from '../response-patterns.ts';
import { andersenTest, type AndersenTest } from './andersen-test.ts';
import { conditionalThresholds, type ConditionalItem } from './conditional-thresholds.ts';
import { fitConditionalModel } from './fit-conditional-model.ts';
import { personParameter, type PersonParameter } from './person-parameter.ts';
import { raschItemFit, type RaschItemFit } from './rasch-item-fit.ts';
import { scoreGroups } from './score-groups.ts';

export interface ConditionalReport {
  readonly ok: true;
  readonly estimator: 'conditional-maximum-likelihood';
  readonly n: number;
  /** With the lowest or the highest score of the items answered: they tell nothing of the items. */
  readonly nExtreme: number;
  readonly logLik: number;
  readonly freeParameters: number;
  readonly iterations: number;
  readonly items: readonly ConditionalItem[];
  readonly itemFit: readonly RaschItemFit[];
  /** For respondents who answered every item. */
  readonly personParameters: readonly PersonParameter[];
  readonly andersen: AndersenTest | NotEstimable;
}

/**
 * What is reported of a partial credit model by conditional maximum likelihood.
 *
 * Formulas at `fitConditionalModel`, `conditionalThresholds`, `personParameter`, `raschItemFit`, `andersenTest`.
 *
 * @param matrix n × k item scores; missing is NaN.
 * @param confidenceLevel of the intervals; default .95.
 * @returns thresholds with standard errors, item fit, person parameters, Andersen's test.
 * @remarks Missing data: the score of the answered items is conditioned on; Andersen's test takes complete rows.
 *   Reasons of `fitConditionalModel`.
 * @throws never.
 * @see Masters, G. N. (1982). https://doi.org/10.1007/BF02296272. Reference values: eRm 1.0.2.
 */
export function reportConditional(
  matrix: ItemMatrix,
  confidenceLevel = 0.95,
): ConditionalReport | NotEstimable {
  const responses = responsePatterns(matrix);
  const data = scoreGroups(responses);
  const fit = fitConditionalModel(data);
  if (!fit.ok) return fit;
  const items = responses.names.map((item, i) => ({
    item,
    categories: [...(responses.scores[i] ?? [])],
    counts: [...(data.totals[i] ?? [])],
  }));
  return {
    ...{ ok: true, estimator: 'conditional-maximum-likelihood', n: responses.n },
    nExtreme: data.groups.reduce(
      (sum, { scoreCounts }) => sum + (scoreCounts[0] ?? 0) + (scoreCounts.at(-1) ?? 0),
      0,
    ),
    ...{ logLik: fit.logLik, freeParameters: fit.freeParameters, iterations: fit.iterations },
    items: conditionalThresholds(fit, items, confidenceLevel),
    itemFit: raschItemFit(responses, data, fit.difficulties),
    personParameters: Array.from({ length: fit.covariance.length ** 0.5 + 1 }, (_, rawScore) =>
      personParameter(fit.difficulties, rawScore),
    ),
    andersen: andersenTest(matrix),
  };
}
