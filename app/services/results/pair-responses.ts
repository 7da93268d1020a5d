import type { UuidWords } from '#db/uuid-words.ts';

export type Pairs = {
  before: number[];
  after: number[];
  matchedPercent: number;
  hasRepeatedKeys: boolean;
};

/** `waves`: 0 the earlier one, 1 the later. */
type Rows = { waves: Int16Array; linkKeys: readonly (string | null)[]; ids: UuidWords };

/** Ids are random: an order that means nothing, and is the same whenever the rows are read. */
function compareIds(ids: UuidWords, a: number, b: number): number {
  for (let word = 0; word < 4; word += 1) {
    const difference = (ids[4 * a + word] ?? 0) - (ids[4 * b + word] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function rowsByKey({ waves, linkKeys }: Rows, wave: number) {
  const rows = new Map<string, number>();
  const repeated = new Set<string>();
  linkKeys.forEach((key, row) => {
    if (key === null || waves[row] !== wave) return;
    if (rows.has(key)) repeated.add(key);
    rows.set(key, row);
  });
  return { rows, repeated };
}

/**
 * Answers of the same people: keys that occur exactly once in both waves. Always in the same order, so that
 * the same pairs are held back wherever the last ones are.
 */
export function pairResponses(rows: Rows): Pairs {
  const earlier = rowsByKey(rows, 0);
  const later = rowsByKey(rows, 1);
  const pairs = [...later.rows].flatMap(([key, after]) => {
    const before = earlier.rows.get(key);
    const isRepeated = later.repeated.has(key) || earlier.repeated.has(key);
    return before === undefined || isRepeated ? [] : [{ before, after }];
  });
  pairs.sort((a, b) => compareIds(rows.ids, a.after, b.after));
  const laterAnswers = rows.waves.filter((wave) => wave === 1).length;
  return {
    before: pairs.map(({ before }) => before),
    after: pairs.map(({ after }) => after),
    matchedPercent: laterAnswers === 0 ? 0 : Math.round((100 * pairs.length) / laterAnswers),
    hasRepeatedKeys: earlier.repeated.size + later.repeated.size > 0,
  };
}
