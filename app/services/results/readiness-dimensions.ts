import type { ReadinessDimension } from '#analysis/report/readiness-input.ts';
import { staffCovariates } from '#surveys/model/covariates.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import { dimensionIds, type Level } from './specification.ts';

function declaredLevels(study: ResultsStudy, dimension: string): string[] {
  if (dimension === 'site') return study.sites.map(({ id }) => id);
  if (dimension === 'language') return study.languages;
  const covariate = staffCovariates.find(({ id }) => id === dimension);
  return (covariate?.options ?? []).map(({ code }) => String(code));
}

/** Every dimension results are split by, with the level of every row. */
export function readinessDimensions(
  study: ResultsStudy,
  rows: readonly (readonly Level[])[],
): ReadinessDimension[] {
  return dimensionIds(study.covariates).map((id, dimension) => {
    const levels = declaredLevels(study, id);
    const indexes = new Map(levels.map((level, index) => [level, index]));
    // Answers may carry a level that the study no longer declares; it must not become "not stated".
    for (const row of rows) {
      const level = row[dimension] ?? null;
      if (level !== null && !indexes.has(level)) {
        indexes.set(level, levels.length);
        levels.push(level);
      }
    }
    const index = Int16Array.from(rows, (row) => {
      const level = row[dimension] ?? null;
      return level === null ? -1 : (indexes.get(level) ?? -1);
    });
    return { id, levels, index };
  });
}
