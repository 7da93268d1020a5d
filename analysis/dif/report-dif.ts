import { DomainError } from '../errors.ts';
import type { Table } from '../table/table.ts';
import type { NotEstimable } from '../estimate.ts';
import { adjustPValues } from '../groups/adjust-p-values.ts';
import { difSample, type DifSample, type DifSelection } from './dif-sample.ts';
import { gradedResponseDif, type GradedDifTest } from './graded-response-dif.ts';
import type { MatchingScore } from './matching-table.ts';
import { purifyAnchors } from './purify-anchors.ts';
import { reportDifItems, type DifItemReport } from './report-dif-items.ts';

export interface DifOptions extends DifSelection {
  readonly matching?: MatchingScore | undefined;
  /** Leave flagged items out of the matching score, and repeat; default: yes. */
  readonly purify?: boolean | undefined;
  readonly alpha?: number | undefined;
  readonly confidenceLevel?: number | undefined;
  /** Likelihood-ratio tests of graded response models as well; default: yes. */
  readonly gradedResponse?: boolean | undefined;
}

type DifWarning = 'purification-not-stable' | 'small-group' | 'few-anchors';

export interface GradedDifReport {
  readonly method: 'graded-response-likelihood-ratio';
  /** The same as of the matching score. */
  readonly anchors: readonly string[];
  readonly logLik: number;
  readonly focalMean: number;
  readonly focalVariance: number;
  readonly items: readonly {
    readonly item: string;
    readonly test:
      | (GradedDifTest & { readonly holmP: number; readonly benjaminiHochbergP: number })
      | NotEstimable;
  }[];
}

export interface DifReport {
  readonly method: 'ordinal-logistic-regression';
  readonly n: number;
  readonly nReference: number;
  readonly nFocal: number;
  readonly reference: string;
  readonly focal: string;
  readonly matching: MatchingScore;
  readonly isPurified: boolean;
  readonly purificationRounds: number;
  /** Items of the matching score. */
  readonly anchors: readonly string[];
  readonly alpha: number;
  readonly confidenceLevel: number;
  readonly items: readonly DifItemReport[];
  /** Absent where it was not asked for. */
  readonly gradedResponse?: GradedDifReport | NotEstimable;
  readonly warnings: readonly DifWarning[];
}

/** Below this many people in a group ordinal logistic regression is unstable (Zumbo 1999, p. 35). */
const SMALL_GROUP = 200;
/** A matching score of fewer items is too coarse to match by (Scott et al. 2009, https://doi.org/10.1016/j.jclinepi.2008.06.003). */
const FEW_ANCHORS = 4;

function gradedReport(
  sample: DifSample,
  anchors: ReadonlySet<number>,
  onProgress: ((share: number) => void) | undefined,
): GradedDifReport | NotEstimable {
  const found = gradedResponseDif(sample, anchors, onProgress);
  if (!found.ok) return found;
  const { logLik, focalMean, focalVariance } = found;
  const p = found.items.map((test) => (test.ok ? test.p : NaN));
  const [holm, benjaminiHochberg] = [adjustPValues(p, 'holm'), adjustPValues(p, 'bh')];
  return {
    method: 'graded-response-likelihood-ratio',
    anchors: sample.names.filter((_, item) => anchors.has(item)),
    ...{ logLik, focalMean, focalVariance },
    items: found.items.map((test, i) => {
      const adjusted = { holmP: holm[i] ?? NaN, benjaminiHochbergP: benjaminiHochberg[i] ?? NaN };
      return { item: sample.names[i] ?? '', test: test.ok ? { ...test, ...adjusted } : test };
    }),
  };
}

/**
 * Differential item functioning of ordered items between a reference and a focal group: ordinal logistic
 * regression on the purified total score, with the Mantel family at the same score and likelihood-ratio tests of
 * two-group graded response models with the same anchors.
 *
 * Uniform, non-uniform and total likelihood-ratio tests, Holm and Benjamini–Hochberg adjusted; ΔR² of Nagelkerke
 * and McFadden; the verdict needs significance and size together.
 *
 * @param table named columns.
 * @param options items, group, matching score (total, rest), purification, α; whether graded response models are fitted.
 * @param onProgress called now and then with the share done.
 * @returns the report; effects above 0 and odds ratios above 1: the focal group answers higher at the same score.
 * @remarks Missing data: listwise on items; rows of other groups or without group are left out. What cannot be
 *   estimated carries its reason.
 * @throws DomainError 'too-few-items' below two items, 'outside-unit-interval' for α or confidence level, and
 *   those of `difSample`.
 * @see Zumbo, B. D. (1999). A Handbook on the Theory and Methods of Differential Item Functioning. Ottawa: National
 *   Defense. Reference values: ordinal 2022.11.16, R 4.2.2.
 */
export function reportDif(
  table: Table,
  options: DifOptions,
  onProgress?: (share: number) => void,
): DifReport {
  const { matching = 'total', purify = true, alpha = 0.05, confidenceLevel = 0.95 } = options;
  for (const value of [alpha, confidenceLevel]) {
    if (!(value > 0 && value < 1)) throw new DomainError('outside-unit-interval', { value });
  }
  if (options.items.length < 2) throw new DomainError('too-few-items');
  const sample = difSample(table, options);
  const everyItem = { anchors: new Set(sample.names.keys()), rounds: 0, isStable: true };
  const found = purify ? purifyAnchors(sample, matching, alpha) : everyItem;
  const settings = { matching, alpha, confidenceLevel };
  const warnings: DifWarning[] = [];
  if (!found.isStable) warnings.push('purification-not-stable');
  if (Math.min(sample.nReference, sample.nFocal) < SMALL_GROUP) warnings.push('small-group');
  if (found.anchors.size < FEW_ANCHORS) warnings.push('few-anchors');
  const { n, nReference, nFocal, reference, focal } = sample;
  return {
    method: 'ordinal-logistic-regression',
    ...{ n, nReference, nFocal, reference, focal, matching },
    ...{ isPurified: purify, purificationRounds: found.rounds },
    anchors: sample.names.filter((_, item) => found.anchors.has(item)),
    ...{ alpha, confidenceLevel },
    items: reportDifItems(sample, found.anchors, settings),
    ...(options.gradedResponse === false
      ? {}
      : { gradedResponse: gradedReport(sample, found.anchors, onProgress) }),
    warnings,
  };
}
