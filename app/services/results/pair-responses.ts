export type Pairs = {
  before: number[];
  after: number[];
  matchedPercent: number;
  hasRepeatedKeys: boolean;
};

type Rows = { waveIds: readonly string[]; linkKeys: readonly (string | null)[] };

function rowsByKey({ waveIds, linkKeys }: Rows, waveId: string) {
  const rows = new Map<string, number>();
  const repeated = new Set<string>();
  linkKeys.forEach((key, row) => {
    if (key === null || waveIds[row] !== waveId) return;
    if (rows.has(key)) repeated.add(key);
    rows.set(key, row);
  });
  return { rows, repeated };
}

/** Answers of the same people: keys that occur exactly once in both waves. */
export function pairResponses(rows: Rows, beforeWaveId: string, afterWaveId: string): Pairs {
  const earlier = rowsByKey(rows, beforeWaveId);
  const later = rowsByKey(rows, afterWaveId);
  const pairs = [...later.rows].flatMap(([key, after]) => {
    const before = earlier.rows.get(key);
    const isRepeated = later.repeated.has(key) || earlier.repeated.has(key);
    return before === undefined || isRepeated ? [] : [{ before, after }];
  });
  const laterAnswers = rows.waveIds.filter((waveId) => waveId === afterWaveId).length;
  return {
    before: pairs.map(({ before }) => before),
    after: pairs.map(({ after }) => after),
    matchedPercent: laterAnswers === 0 ? 0 : Math.round((100 * pairs.length) / laterAnswers),
    hasRepeatedKeys: earlier.repeated.size + later.repeated.size > 0,
  };
}
