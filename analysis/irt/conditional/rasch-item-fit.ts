import type { ResponsePatterns } from '../response-patterns.ts';
import { personParameter } from './person-parameter.ts';
import { raschMoments } from './rasch-moments.ts';
import type { ScoreGroups } from './score-groups.ts';

export interface RaschItemFit {
  readonly item: string;
  /** Respondents without an extreme score who answered it. */
  readonly n: number;
  /** Mean squared standardised residual. */
  readonly outfit: number;
  /** The same weighted by information. */
  readonly infit: number;
}

/**
 * Outfit and infit mean squares of the items of a partial credit model.
 *
 * z = (x − E)/√μ_2 at the maximum likelihood θ; outfit Σ z²/n, infit Σ μ_2 z²/Σ μ_2.
 *
 * @param responses distinct patterns.
 * @param data groups and sum scores of the patterns.
 * @param difficulties β of each item.
 * @returns one an item, ≥ 0; 1 expected, above: answers noisier than the model, below: more regular. NaN when nobody
 *   has a score that is not extreme.
 * @remarks Missing data: of the items answered. Respondents with an extreme score have no residuals and are left out.
 * @throws never.
 * @see Wright, B. D., Masters, G. N. (1982). Rating Scale Analysis, ch. 5. Chicago: MESA Press. Checked by their
 *   definition.
 */
export function raschItemFit(
  { names, patterns, counts, offsets }: ResponsePatterns,
  { groups, ofPattern }: ScoreGroups,
  difficulties: readonly Float64Array[],
): RaschItemFit[] {
  const k = names.length;
  const known = new Map<string, number>();
  const theta = ofPattern.map(({ group, score }) => {
    const key = `${group} ${score}`;
    const answered = Array.from(groups[group]?.items ?? [], (item) => difficulties[item]);
    const own = answered.filter((item) => item !== undefined);
    const value = known.get(key) ?? personParameter(own, score).ml;
    known.set(key, value);
    return value;
  });
  return names.map((item, i) => {
    let [n, squares, weighted, weights] = [0, 0, 0, 0];
    counts.forEach((count, p) => {
      const place = patterns[p * k + i] ?? -1;
      const own = theta[p] ?? Infinity;
      if (place < 0 || !Number.isFinite(own)) return;
      const { mean, variance } = raschMoments(difficulties[i] ?? new Float64Array(), own);
      const residual = place - (offsets[i] ?? 0) - mean;
      n += count;
      squares += (count * residual ** 2) / variance;
      weighted += count * residual ** 2;
      weights += count * variance;
    });
    return { item, n, outfit: squares / n, infit: weighted / weights };
  });
}
