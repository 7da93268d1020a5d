import type { NotEstimable } from '../estimate.ts';
import { fitMarginalModel, type MarginalFit } from '../irt/fit-marginal-model.ts';
import { itemInformation } from '../irt/item-information.ts';
import {
  densitySize,
  parameterLayout,
  type LatentDensity,
  type MarginalModel,
} from '../irt/marginal-model.ts';
import { rectangularQuadrature } from '../irt/quadrature.ts';
import { responsePatterns, type ResponsePatterns } from '../irt/response-patterns.ts';
import { startingValues } from '../irt/starting-values.ts';
import { chiSquareP } from '../numeric/chi-square-p.ts';
import { gradedItem } from '../numeric/graded-item.ts';
import type { DifSample } from './dif-sample.ts';

export interface GradedParameters {
  readonly slope: number;
  readonly thresholds: readonly number[];
}

export interface GradedDifTest {
  readonly ok: true;
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly reference: GradedParameters;
  readonly focal: GradedParameters;
  /** Expected score in the focal group by its own parameters less by the reference group's, over the focal group. */
  readonly expectedScoreDifference: number;
  /** The same without signs: larger where differences at different traits cancel. */
  readonly unsignedDifference: number;
}

export interface GradedResponseDif {
  readonly ok: true;
  readonly logLik: number;
  /** Trait of the focal group where that of the reference group has mean 0 and variance 1. */
  readonly focalMean: number;
  readonly focalVariance: number;
  /** In the order of the items. */
  readonly items: readonly (GradedDifTest | NotEstimable)[];
}

const reference: LatentDensity = { mean: 'zero', variance: 'one' };
const focal: LatentDensity = { mean: 'free', variance: 'free' };

/** Distinct patterns of each group, over the same categories. */
function groupRuns({ patterns, patternOfRow, names }: ResponsePatterns, group: Int32Array) {
  const k = names.length;
  return [0, 1].map((level) => {
    const counts = new Map<number, number>();
    patternOfRow.forEach((pattern, row) => {
      if (group[row] === level) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
    });
    const chosen = [...counts.keys()];
    const own = new Int32Array(chosen.length * k);
    chosen.forEach((pattern, p) => {
      own.set(patterns.subarray(pattern * k, (pattern + 1) * k), p * k);
    });
    return { patterns: own, items: k, counts: Float64Array.from(counts.values()) };
  });
}

/** Items with a category that nobody of a group chose. */
function isEmptyIn(
  { patterns, items: k }: { patterns: Int32Array; items: number },
  { offsets }: ResponsePatterns,
  item: number,
): boolean {
  const seen = new Set<number>();
  for (let cell = item; cell < patterns.length; cell += k) seen.add(patterns[cell] ?? -1);
  return seen.size < (offsets[item + 1] ?? 0) - (offsets[item] ?? 0);
}

function graded(parameters: Float64Array): GradedParameters {
  const slope = parameters[0] ?? NaN;
  return { slope, thresholds: Array.from(parameters.subarray(1), (d) => -d / slope) };
}

/**
 * Differential item functioning by likelihood-ratio tests of two-group graded response models.
 *
 * G² = 2 (ℓ with the item's a and b free in both groups − ℓ with them equal), the anchors equal in both, other items
 * free; the focal group's trait mean and variance are estimated. df = K_i.
 *
 * @param sample complete answers of two groups.
 * @param anchors indexes of the items taken to be without DIF, the tested item apart; two at least.
 * @param onProgress called with the share done.
 * @returns the focal group's trait, and a test of each item with its parameters in both groups.
 * @remarks Missing data: none in the sample. Fewer than two anchors besides the item: 'too-few-items'; a category of
 *   the item that one group did not choose: 'empty-category'; an infinite estimate: 'no-convergence'.
 * @throws never.
 * @see Thissen, D., Steinberg, L., Wainer, H. (1993). In Holland & Wainer (Eds.), Differential Item Functioning, 67–113.
 *   Reference values: mirt 1.38.1 `DIF(scheme = 'drop')`.
 */
export function gradedResponseDif(
  sample: DifSample,
  anchors: ReadonlySet<number>,
  onProgress?: (share: number) => void,
): GradedResponseDif | NotEstimable {
  const { names, n, values, group } = sample;
  const k = names.length;
  const responses = responsePatterns({ names, n, values });
  const categories = responses.scores.map(({ length }) => length);
  if (categories.some((count) => count < 2)) return { ok: false, reason: 'zero-variance' };
  const runs = groupRuns(responses, group);
  if (runs.some(({ counts }) => counts.length < 2)) {
    return { ok: false, reason: 'too-few-respondents' };
  }
  const { nodes } = rectangularQuadrature();
  /** Items of `free` have a block for the focal group after those of all items. */
  const modelOf = (free: readonly number[]): MarginalModel => ({
    nodes,
    blocks: [...names.keys(), ...free].map((item) => ({
      model: gradedItem,
      categories: categories[item] ?? 0,
    })),
    groups: runs.map((run, level) => ({
      run,
      offsets: responses.offsets,
      blocks: names.map((_, item) =>
        level === 1 && free.includes(item) ? k + free.indexOf(item) : item,
      ),
      density: level === 0 ? reference : focal,
    })),
  });
  const latentSize = densitySize(focal);
  const itemSize = categories.reduce((sum, count) => sum + count, 0);
  /** Starts the focal blocks of `free` at the reference group's values. */
  const fitted = (free: readonly number[], from: Float64Array): MarginalFit | NotEstimable => {
    const model = modelOf(free);
    const starts = parameterLayout(model).blocks;
    const shared = from.subarray(0, itemSize);
    const copies = free.flatMap((item) => {
      const start = starts[item] ?? 0;
      return [...shared.subarray(start, start + (categories[item] ?? 0))];
    });
    return fitMarginalModel(
      model,
      Float64Array.from([...shared, ...copies, ...from.subarray(from.length - latentSize)]),
    );
  };
  const initial = startingValues(responses).flatMap(({ slope, intercepts }) => [
    slope,
    ...intercepts,
  ]);
  const isKnown = (item: number) => runs.every((run) => !isEmptyIn(run, responses, item));
  const others = [...names.keys()].filter((item) => !anchors.has(item) && isKnown(item));
  const base = fitted(others, Float64Array.from([...initial, 0, 0]));
  if (!base.ok) return base;
  const testOf = (item: number): GradedDifTest | NotEstimable => {
    const besides = [...anchors].filter((anchor) => anchor !== item);
    if (besides.length < 2) return { ok: false, reason: 'too-few-items' };
    if (!isKnown(item)) return { ok: false, reason: 'empty-category' };
    const rest = others.filter((other) => other !== item);
    const equal = anchors.has(item) ? base : fitted(rest, base.parameters);
    const free = anchors.has(item) ? fitted([...rest, item], base.parameters) : base;
    if (!equal.ok) return equal;
    if (!free.ok) return free;
    const list = anchors.has(item) ? [...rest, item] : others;
    const { blocks } = parameterLayout(modelOf(list));
    const size = categories[item] ?? 0;
    const [own, other] = [item, k + list.indexOf(item)].map((block) => {
      const start = blocks[block] ?? 0;
      return free.parameters.subarray(start, start + size);
    });
    const density = free.at.densities[1];
    if (!own || !other || !density) return { ok: false, reason: 'no-convergence' };
    const score = (parameters: Float64Array, theta: number) =>
      itemInformation(
        { model: gradedItem, categories: size, parameters },
        theta,
      ).probabilities.reduce((sum, p, c) => sum + c * p, 0);
    const gaps = nodes.map((theta) => score(other, theta) - score(own, theta));
    const average = (of: (gap: number) => number) =>
      density.weights.reduce((sum, weight, q) => sum + weight * of(gaps[q] ?? NaN), 0);
    const chiSquare = Math.max(0, 2 * (free.logLik - equal.logLik));
    return {
      ok: true,
      ...{ chiSquare, degreesOfFreedom: size, p: chiSquareP(chiSquare, size) },
      ...{ reference: graded(own), focal: graded(other) },
      expectedScoreDifference: average((gap) => gap),
      unsignedDifference: average(Math.abs),
    };
  };
  const items = names.map((_, item) => {
    onProgress?.((item + 1) / (k + 1));
    return testOf(item);
  });
  const { mean = NaN, variance = NaN } = base.at.densities[1] ?? {};
  return { ok: true, logLik: base.logLik, focalMean: mean, focalVariance: variance, items };
}
