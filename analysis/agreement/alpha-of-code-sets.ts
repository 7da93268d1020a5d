import { quantileOfSorted } from '../descriptives/quantile-of-sorted.ts';
import type { Estimate, Interval } from '../estimate.ts';
import type { Generator } from '../numeric/seeded-generator.ts';
import { masiDistance } from './masi-distance.ts';

/** By coder the codes that were given; null where the coder did not look at the unit. */
export type CodedUnit = readonly (readonly string[] | null)[];

export type AlphaOfCodeSets = {
  readonly alpha: Estimate;
  /** Bootstrap over units; undefined where fewer than half of the draws determine alpha. */
  readonly interval: Interval | undefined;
  /** Units that two coders or more looked at. */
  readonly units: number;
  /** By given unit the mean distance of its pairs of coders, null where there is no pair. */
  readonly disagreement: readonly (number | null)[];
};

type Pairable = { readonly sets: readonly number[]; readonly within: number };

/** Distinct sets, their distances, and each unit as indices of sets with its share of D_o. */
function reduce(units: readonly CodedUnit[]) {
  const indexOf = new Map<string, number>();
  const distinct: string[][] = [];
  const indexed = units.map((unit) =>
    unit.flatMap((codes) => {
      if (codes === null) return [];
      const sorted = [...new Set(codes)].sort();
      const key = JSON.stringify(sorted);
      const known = indexOf.get(key) ?? distinct.push(sorted) - 1;
      indexOf.set(key, known);
      return [known];
    }),
  );
  const distances = distinct.map((a) => distinct.map((b) => masiDistance(a, b)));
  const pairables = indexed.map((sets): Pairable => {
    const sum = sets.reduce(
      (total, a) => total + sets.reduce((own, b) => own + (distances[a]?.[b] ?? 0), 0),
      0,
    );
    return { sets, within: sets.length < 2 ? 0 : sum / (sets.length - 1) };
  });
  return { distances, pairables };
}

function alphaOf(
  pairables: readonly Pairable[],
  distances: readonly (readonly number[])[],
  times: ArrayLike<number>,
): Estimate {
  const margins = new Float64Array(distances.length);
  let [n, observed] = [0, 0];
  for (const [unit, { sets, within }] of pairables.entries()) {
    const weight = times[unit] ?? 0;
    observed += weight * within;
    n += weight * sets.length;
    for (const set of sets) margins[set] = (margins[set] ?? 0) + weight;
  }
  if (n === 0) return { ok: false, reason: 'too-few-respondents' };
  let expected = 0;
  for (const [c, row] of distances.entries()) {
    for (const [k, distance] of row.entries()) {
      expected += (margins[c] ?? 0) * (margins[k] ?? 0) * distance;
    }
  }
  if (!(expected > 0)) return { ok: false, reason: 'one-category' };
  return { ok: true, value: 1 - ((n - 1) * observed) / expected };
}

/**
 * Krippendorff's alpha of coders who give each unit any number of codes, with MASI distance and a bootstrap
 * interval over units.
 *
 * α = 1 − (n.. − 1) Σ_u Σ_{i≠j} d(S_ui, S_uj) / (m_u − 1) / Σ_c Σ_k n_c n_k d(c, k), c and k distinct sets.
 *
 * @param units n, each with one entry a coder; their order means nothing.
 * @param options draws of units with replacement, confidence level, generator of uniform numbers in [0, 1).
 * @returns α in (−∞, 1]; .8 is customary, .667 the least for tentative conclusions.
 * @remarks Missing data: units that fewer than two coders looked at hold nothing pairable and take no part; an
 *   empty set is an answer ("none of the codes"). Nothing pairable: 'too-few-respondents'; everybody always the
 *   same set: 'one-category'. Draws of one set only have no α and are left out.
 * @throws never.
 * @see Krippendorff, K. (2019). Content Analysis (4th ed.), ch. 12. https://doi.org/10.4135/9781071878781;
 *   Passonneau, R. (2006). Measuring agreement on set-valued items (MASI). LREC, 831–836 (the distance stands in
 *   the place of δ²).
 */
export function alphaOfCodeSets(
  units: readonly CodedUnit[],
  options: { readonly draws: number; readonly level: number; readonly generator: Generator },
): AlphaOfCodeSets {
  const { draws, level, generator } = options;
  const { distances, pairables } = reduce(units);
  const looked = pairables.filter(({ sets }) => sets.length > 1);
  const alpha = alphaOf(looked, distances, new Uint8Array(looked.length).fill(1));
  const found: number[] = [];
  for (let draw = 0; draw < draws && alpha.ok; draw += 1) {
    const times = new Float64Array(looked.length);
    for (let unit = 0; unit < looked.length; unit += 1) {
      const chosen = Math.floor(generator() * looked.length);
      times[chosen] = (times[chosen] ?? 0) + 1;
    }
    const drawn = alphaOf(looked, distances, times);
    if (drawn.ok) found.push(drawn.value);
  }
  const sorted = Float64Array.from(found).sort();
  const isEnough = sorted.length > 0 && sorted.length >= draws / 2;
  return {
    ...{ alpha, units: looked.length },
    interval: isEnough
      ? [quantileOfSorted(sorted, (1 - level) / 2), quantileOfSorted(sorted, (1 + level) / 2)]
      : undefined,
    disagreement: pairables.map(({ sets, within }) =>
      sets.length < 2 ? null : within / sets.length,
    ),
  };
}
