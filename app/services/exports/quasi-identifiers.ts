import type { QuasiIdentifier } from '#analysis/suppression/k-anonymise.ts';

/** Stands for all levels that are too rare to be named. */
export const pooledLevel = 'other';

type Counts = ReadonlyMap<string, number>;

function count(values: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function countByWave(values: readonly string[], waves: readonly string[]): Counts[] {
  return [...new Set(waves)].map((wave) => count(values.filter((_, row) => waves[row] === wave)));
}

/**
 * Levels rare in some wave, and the next smallest with them until they cover each other in every
 * wave: else one small site would cost all other columns.
 */
function rareLevels(
  values: readonly string[],
  waves: readonly string[],
  k: number,
): ReadonlySet<string> {
  const byWave = countByWave(values, waves);
  const rare = new Set(
    byWave.flatMap((counts) => [...counts].flatMap(([value, n]) => (n < k ? [value] : []))),
  );
  const isCovered = (counts: Counts) => {
    const pooled = [...rare].reduce((sum, value) => sum + (counts.get(value) ?? 0), 0);
    return pooled === 0 || pooled >= k;
  };
  for (const [value] of [...count(values)].sort(([, a], [, b]) => a - b)) {
    if (byWave.every(isCovered)) break;
    rare.add(value);
  }
  return rare;
}

/** 2026-11-23 → 2026-11. */
function monthOf(day: string): string {
  return day.slice(0, 7);
}

/**
 * What could single a person out, in the order in which it is given up: the day first, then the
 * covariates from the last asked, then language. Site and wave stay, or the file is withheld.
 */
export function quasiIdentifiers(
  rows: readonly (readonly string[])[],
  columns: readonly string[],
  k: number,
): QuasiIdentifier[] {
  const waves = rows.map((row) => row[columns.indexOf('wave')] ?? '');
  return columns.map((id, column) => {
    if (id === 'day') return { id, generalisations: [monthOf, () => ''], mayDrop: true };
    if (id === 'wave') return { id, generalisations: [], mayDrop: false };
    const values = rows.map((row) => row[column] ?? '');
    const rare = rareLevels(values, waves, k);
    const pool = (value: string) => (rare.has(value) ? pooledLevel : value);
    return { id, generalisations: rare.size > 0 ? [pool] : [], mayDrop: id !== 'site' };
  });
}

/** Columns of the file's identifying part, in the order in which they are coarsened. */
export function identifyingColumns(covariates: readonly string[]): string[] {
  return ['day', ...[...covariates].reverse(), 'language', 'site', 'wave'];
}
