import { makeGenerator } from './make-study.ts';

export type Columns = Record<string, number[]>;

export interface SampleOptions {
  seed: number;
  n: number;
  k: number;
  categories?: number;
  /** Share of answers that are NaN. */
  missing?: number;
}

/** Answers from 1 to `categories` to items i1 … ik that share one trait; equal seeds, equal answers. */
export function sampleColumns({ seed, n, k, categories = 5, missing = 0 }: SampleOptions): Columns {
  const random = makeGenerator(seed);
  const names = Array.from({ length: k }, (_, item) => `i${item + 1}`);
  const columns = Object.fromEntries(names.map((name): [string, number[]] => [name, []]));
  for (let row = 0; row < n; row += 1) {
    const trait = random() + random() - 1;
    for (const [item, name] of names.entries()) {
      const height = 0.5 + 0.5 * trait + (random() - 0.5) * (0.7 + item / (2 * k));
      const answer = Math.max(1, Math.min(categories, Math.ceil(height * categories)));
      columns[name]?.push(random() < missing ? NaN : answer);
    }
  }
  return columns;
}

/** The same in another order, decided by the seed. */
export function shuffled<Item>(list: readonly Item[], seed: number): Item[] {
  const random = makeGenerator(seed);
  return list
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** The same rows in another order. */
export function shuffleRows(columns: Columns, seed: number): Columns {
  return Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, shuffled(values, seed)]),
  );
}
