import type { QuasiIdentifier } from '#analysis/suppression/k-anonymise.ts';

/** Stands for all levels that are too rare to be named. */
export const pooledLevel = 'other';

/** The rare levels, and the next smallest with them until they cover each other. */
function rareLevels(values: readonly string[], k: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const rare = new Set<string>();
  let pooled = 0;
  for (const [value, n] of [...counts].sort(([, a], [, b]) => a - b)) {
    if (n >= k && (pooled === 0 || pooled >= k)) break;
    rare.add(value);
    pooled += n;
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
  return columns.map((id, column) => {
    if (id === 'day') return { id, generalisations: [monthOf, () => ''], mayDrop: true };
    const rare = rareLevels(
      rows.map((row) => row[column] ?? ''),
      k,
    );
    const pool = (value: string) => (rare.has(value) ? pooledLevel : value);
    return { id, generalisations: [pool], mayDrop: id !== 'site' && id !== 'wave' };
  });
}

/** Columns of the file's identifying part, in the order in which they are coarsened. */
export function identifyingColumns(covariates: readonly string[]): string[] {
  return ['day', ...[...covariates].reverse(), 'language', 'site', 'wave'];
}
