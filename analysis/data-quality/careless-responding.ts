import type { NotEstimable } from '../estimate.ts';
import { runLengths } from '../numeric/answers/run-lengths.ts';
import { spreadOfAnswers } from '../numeric/answers/spread-of-answers.ts';
import type { ItemMatrix } from '../table/item-matrix.ts';
import { carelessFlags, type CarelessCutoffs, type CarelessFlags } from './careless-flags.ts';
import { evenOddInconsistency } from './even-odd-inconsistency.ts';
import { mahalanobisOutliers, type MahalanobisOutliers } from './mahalanobis-outliers.ts';
import { personTotalCorrelation } from './person-total-correlation.ts';
import { psychometricPairs, type PairConsistency } from './psychometric-pairs.ts';

export interface CarelessOptions {
  /** Item indexes of each scale, for the even-odd index. */
  readonly scales?: readonly (readonly number[])[] | undefined;
  /** Pairs beyond ±this are synonyms and antonyms; default .6. */
  readonly criticalCorrelation?: number | undefined;
  readonly cutoffs?: CarelessCutoffs | undefined;
}

/** Indices of careless responding: lists have one number a respondent. */
export interface CarelessResponding extends CarelessFlags {
  readonly n: number;
  /** Longest run of equal answers, and how long runs are on average. */
  readonly longString: Float64Array;
  readonly averageString: Float64Array;
  readonly longestString: number;
  /** Respondents who gave the same answer to every item. */
  readonly straightliners: number;
  readonly intraIndividualResponseVariability: Float64Array;
  readonly personTotalCorrelation: Float64Array;
  readonly mahalanobis: MahalanobisOutliers | NotEstimable;
  /** Only where two scales at least are given. */
  readonly evenOddInconsistency: Float64Array | NotEstimable;
  readonly criticalCorrelation: number;
  readonly psychometricSynonyms: PairConsistency;
  readonly psychometricAntonyms: PairConsistency;
}

/**
 * Indices of careless responding of every respondent.
 *
 * Formulas at `runLengths`, `spreadOfAnswers`, `personTotalCorrelation`, `mahalanobisOutliers`, `psychometricPairs`
 * (answers as given) and `evenOddInconsistency` (after reverse-keying).
 *
 * @param given n × k answers as given, items in the order in which they were asked.
 * @param keyed the same after reverse-keying.
 * @param options scales, critical correlation, cut-offs.
 * @returns one number each a respondent, and who is flagged.
 * @remarks Missing data: as each function says. Fewer than two scales: 'too-few-items' in place of the even-odd index.
 * @throws never.
 * @see Meade, A. W., Craig, S. B. (2012). Psychol Methods 17, 437–455. https://doi.org/10.1037/a0028085. Reference
 *   values: R 4.2.2.
 */
export function carelessResponding(
  given: ItemMatrix,
  keyed: ItemMatrix,
  { scales = [], criticalCorrelation = 0.6, cutoffs }: CarelessOptions = {},
): CarelessResponding {
  const k = given.names.length;
  const { longest, average } = runLengths(given.values, k);
  const variability = spreadOfAnswers(given.values, k);
  const personTotal = personTotalCorrelation(given);
  const mahalanobis = mahalanobisOutliers(given);
  const evenOdd = scales.length < 2 ? undefined : evenOddInconsistency(keyed, scales);
  const { synonyms, antonyms } = psychometricPairs(given, criticalCorrelation);
  const computed = {
    ...{ longestRun: longest, variability, personTotal },
    ...(mahalanobis.ok ? { mahalanobisP: mahalanobis.p } : {}),
    ...(evenOdd ? { evenOdd } : {}),
    ...(synonyms.pairs.length > 0 ? { synonyms: synonyms.values } : {}),
    ...(antonyms.pairs.length > 0 ? { antonyms: antonyms.values } : {}),
  };
  return {
    ...{ n: given.n, longString: longest, averageString: average },
    longestString: longest.reduce((most, length) => (length > most ? length : most), 0),
    straightliners: longest.filter((length) => length === k).length,
    intraIndividualResponseVariability: variability,
    personTotalCorrelation: personTotal,
    mahalanobis,
    evenOddInconsistency: evenOdd ?? { ok: false, reason: 'too-few-items' },
    criticalCorrelation,
    psychometricSynonyms: synonyms,
    psychometricAntonyms: antonyms,
    ...carelessFlags(computed, given.n, k, cutoffs),
  };
}
