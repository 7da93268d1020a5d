import { DomainError } from '../errors.ts';
import type { Table } from '../table/table.ts';
import { difSample, type DifSelection } from './dif-sample.ts';
import type { MatchingScore } from './matching-table.ts';
import { purifyAnchors } from './purify-anchors.ts';
import { reportDifItems, type DifItemReport } from './report-dif-items.ts';

export interface DifOptions extends DifSelection {
  readonly matching?: MatchingScore | undefined;
  /** Leave flagged items out of the matching score, and repeat; default: yes. */
  readonly purify?: boolean | undefined;
  readonly alpha?: number | undefined;
  readonly confidenceLevel?: number | undefined;
}

type DifWarning = 'purification-not-stable' | 'small-group' | 'few-anchors';

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
  readonly warnings: readonly DifWarning[];
}

/** Below this many people in a group ordinal logistic regression is unstable (Zumbo 1999, p. 35). */
const SMALL_GROUP = 200;
/** A matching score of fewer items is too coarse to match by (Scott et al. 2009, https://doi.org/10.1016/j.jclinepi.2008.06.003). */
const FEW_ANCHORS = 4;

/**
 * Differential item functioning of ordered items between a reference and a focal group: ordinal logistic
 * regression on the purified total score, with the Mantel family at the same score.
 *
 * Uniform, non-uniform and total likelihood-ratio tests, Holm and Benjamini–Hochberg adjusted; ΔR² of Nagelkerke
 * and McFadden; the verdict needs significance and size together.
 *
 * @param table named columns.
 * @param options items, group, matching score (total, rest), purification, α.
 * @returns the report; effects above 0 and odds ratios above 1: the focal group answers higher at the same score.
 * @remarks Missing data: listwise on items; rows of other groups or without group are left out. What cannot be
 *   estimated carries its reason.
 * @throws DomainError 'too-few-items' below two items, 'outside-unit-interval' for α or confidence level, and
 *   those of `difSample`.
 * @see Zumbo, B. D. (1999). A Handbook on the Theory and Methods of Differential Item Functioning. Ottawa: National
 *   Defense. Reference values: ordinal 2022.11.16, R 4.2.2.
 */
export function reportDif(table: Table, options: DifOptions): DifReport {
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
    warnings,
  };
}
