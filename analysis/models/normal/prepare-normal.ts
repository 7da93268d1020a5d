import type { NotEstimable } from '../../estimate.ts';
import { independentMoments } from '../../numeric/normal/independent-moments.ts';
import { saturatedMoments } from '../../numeric/normal/saturated-moments.ts';
import { splitPatterns } from '../../numeric/normal/split-patterns.ts';
import type { Moments } from '../../numeric/structure/implied-moments.ts';
import { parametersOfMoments } from '../table/parameters-of-moments.ts';
import type { StructuralModel } from '../table/parameter.ts';
import { referenceModel } from '../table/reference-model.ts';
import type { NormalData } from './normal-data.ts';
import { normalState, type NormalState } from './normal-state.ts';

export interface ReferenceFit {
  readonly model: StructuralModel;
  readonly state: NormalState;
}

/** Data with the two models every other one is compared with. */
export interface PreparedNormal {
  readonly ok: true;
  readonly data: NormalData;
  readonly p: number;
  readonly hasMeans: boolean;
  /** Moments of each group: of the sample, with missing answers by EM. */
  readonly moments: readonly Moments[];
  readonly isComplete: boolean;
  readonly saturated: ReferenceFit;
  readonly independence: ReferenceFit;
}

/**
 * Data prepared for normal-theory estimation: patterns, saturated and independence model.
 *
 * No formula; see `splitPatterns`, `saturatedMoments`, `independentMoments`.
 *
 * @param groups n_g × p answers of each group, row-major, missing is NaN.
 * @param items names of the p columns.
 * @param hasMeans whether means are modelled; must be true with missing answers.
 * @returns prepared data; or 'too-few-groups' (none), 'zero-variance', 'too-few-respondents' (n ≤ p in a group, or none),
 *   'not-positive-definite' (a linear combination of items without variance).
 * @remarks Missing data: full information.
 * @throws never.
 * @see Jöreskog, K. G. (1971). https://doi.org/10.1007/BF02291366. Reference values: lavaan 0.6-14.
 */
export function prepareNormal(
  groups: readonly Float64Array[],
  items: readonly string[],
  hasMeans: boolean,
): PreparedNormal | NotEstimable {
  const p = items.length;
  const split = groups.map((values) => {
    const patterns = splitPatterns(values, p);
    return { n: patterns.reduce((sum, { n }) => sum + n, 0), patterns };
  });
  if (split.length === 0) return { ok: false, reason: 'too-few-groups' };
  const data = { n: split.reduce((sum, { n }) => sum + n, 0), groups: split };
  if (split.some(({ n }) => n <= 1)) return { ok: false, reason: 'too-few-respondents' };
  const independent = split.map(({ patterns }) => independentMoments(patterns, p));
  const hasVariance = independent.every(({ covariance }) =>
    items.every((_, i) => (covariance[i * (p + 1)] ?? 0) > 0),
  );
  if (!hasVariance) return { ok: false, reason: 'zero-variance' };
  if (split.some(({ n }) => n <= p)) return { ok: false, reason: 'too-few-respondents' };
  const moments: Moments[] = [];
  for (const { patterns } of split) {
    const found = saturatedMoments(patterns, p);
    if (!found) return { ok: false, reason: 'not-positive-definite' };
    moments.push(found);
  }
  const at = (kind: 'saturated' | 'independence', of: readonly Moments[]) => {
    const model = referenceModel(items, groups.length, hasMeans, kind);
    const state = normalState(model, parametersOfMoments(model, of), data);
    return state && { model, state };
  };
  const saturated = at('saturated', moments);
  const independence = at('independence', independent);
  if (!saturated || !independence) return { ok: false, reason: 'not-positive-definite' };
  const isComplete = split.every(({ patterns }) => patterns.length === 1);
  return { ok: true, data, p, hasMeans, moments, isComplete, saturated, independence };
}
