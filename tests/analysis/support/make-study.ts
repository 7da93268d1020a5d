import type { ReadinessInput } from '#analysis/report/readiness-input.ts';

/** Linear congruential generator (Numerical Recipes): equal seeds, equal studies. */
export function makeGenerator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface StudyOptions {
  n: number;
  k?: number;
  seed?: number;
  missing?: number;
  minimumCellSize?: number;
  /** Relative sizes of the levels, per dimension. */
  dimensions?: readonly { id: string; shares: readonly number[] }[];
}

function pick(shares: readonly number[], draw: number): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let rest = draw * total;
  const found = shares.findIndex((share) => (rest -= share) < 0);
  return found < 0 ? shares.length - 1 : found;
}

/** Synthetic respondents: one trait, k items of five options, two scales of half the items each. */
export function makeStudy(options: StudyOptions): ReadinessInput {
  const { n, k = 6, seed = 1, missing = 0, minimumCellSize = 10, dimensions = [] } = options;
  const random = makeGenerator(seed);
  const codes = new Int16Array(n * k);
  const levels = dimensions.map(() => new Int16Array(n));
  for (let row = 0; row < n; row += 1) {
    const trait = random() + random() - 1;
    dimensions.forEach(({ shares }, d) => levels[d]?.fill(pick(shares, random()), row, row + 1));
    for (let item = 0; item < k; item += 1) {
      const answer = 3 + 2 * trait + 2.5 * (random() - 0.5);
      const code = Math.max(1, Math.min(5, Math.round(answer)));
      codes[row * k + item] = random() < missing ? -2 : code;
    }
  }
  const indexes = Array.from({ length: k }, (_, item) => item);
  const scale = (id: string, itemIndexes: number[]) => {
    return { id, itemIndexes, minimumAnswered: 2, transform: 'mean' as const, prorate: true };
  };
  return {
    items: indexes.map((item) => {
      return { id: `item-${item + 1}`, codes: [1, 2, 3, 4, 5], scores: [1, 2, 3, 4, 5] };
    }),
    codes,
    scales: [scale('first', indexes.slice(0, k / 2)), scale('second', indexes.slice(k / 2))],
    dimensions: dimensions.map(({ id, shares }, d) => ({
      id,
      levels: shares.map((_, level) => `${id}-${level + 1}`),
      index: levels[d] ?? new Int16Array(n),
    })),
    minimumCellSize,
  };
}
