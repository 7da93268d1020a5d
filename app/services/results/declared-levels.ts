import { staffCovariates } from '#surveys/model/covariates.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';

/** Levels that a dimension has whether or not anybody answered; answers may carry others. */
export function declaredLevels(study: ResultsStudy, dimension: string): string[] {
  if (dimension === 'site') return study.sites.map(({ id }) => id);
  if (dimension === 'language') return study.languages;
  const covariate = staffCovariates.find(({ id }) => id === dimension);
  return (covariate?.options ?? []).map(({ code }) => String(code));
}
