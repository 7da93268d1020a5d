import type { Pattern } from '../numeric/normal/pattern.ts';

export interface MissingPattern {
  /** Respondents. */
  readonly n: number;
  readonly missingItems: readonly string[];
}

export interface MissingAnswers {
  readonly cells: number;
  /** Of all answers of the respondents with any, in percent. */
  readonly percent: number;
  readonly completeCases: number;
  readonly items: readonly {
    readonly item: string;
    readonly answered: number;
    readonly missing: number;
    readonly percent: number;
  }[];
  /** By how many answers a respondent left out, ascending. */
  readonly respondents: readonly { readonly missing: number; readonly n: number }[];
  /** The commonest first. */
  readonly patterns: readonly MissingPattern[];
  /** Whether the items can be ordered so that after the first missing answer all are missing, as with drop-out. */
  readonly isMonotone: boolean;
}

/**
 * Which answers are missing, by item, by respondent, and in which combinations.
 *
 * percent = 100 · missing ÷ (n · k).
 *
 * @param patterns respondents by the items they answered.
 * @param names of the k items.
 * @returns counts and patterns.
 * @remarks Missing data: what this is about. Nobody: percents are NaN.
 * @throws never.
 * @see Little, R. J. A., Rubin, D. B. (2019). Statistical Analysis with Missing Data (3rd ed.), section 1.2.
 *   https://doi.org/10.1002/9781119482260. Reference values: R 4.2.2.
 */
export function describeMissing(
  patterns: readonly Pattern[],
  names: readonly string[],
): MissingAnswers {
  const k = names.length;
  const n = patterns.reduce((sum, pattern) => sum + pattern.n, 0);
  const answered = new Float64Array(k);
  const byNumber = new Map<number, number>();
  for (const pattern of patterns) {
    pattern.observed.forEach((item) => (answered[item] = (answered[item] ?? 0) + pattern.n));
    const missing = k - pattern.observed.length;
    byNumber.set(missing, (byNumber.get(missing) ?? 0) + pattern.n);
  }
  const cells = answered.reduce((sum, count) => sum + n - count, 0);
  const sets = patterns.map(({ observed }) => new Set(observed)).sort((a, b) => b.size - a.size);
  const isMonotone = sets.every((set, i) => {
    const wider = sets[i - 1];
    return !wider || [...set].every((item) => wider.has(item));
  });
  return {
    ...{ cells, percent: (100 * cells) / (n * k), completeCases: byNumber.get(0) ?? 0 },
    items: names.map((item, i) => {
      const missing = n - (answered[i] ?? 0);
      return { item, answered: answered[i] ?? 0, missing, percent: (100 * missing) / n };
    }),
    respondents: [...byNumber]
      .sort(([a], [b]) => a - b)
      .map(([missing, count]) => ({ missing, n: count })),
    patterns: patterns
      .map(({ n: count, observed }) => ({
        n: count,
        missingItems: names.filter((_, item) => !observed.includes(item)),
      }))
      .sort((a, b) => b.n - a.n),
    isMonotone,
  };
}
