import type { DraftContent } from '#db/schema/answering.ts';
import { staffCovariates, type CovariateAnswers } from '#surveys/model/covariates.ts';

export function noCovariates(): CovariateAnswers {
  return Object.fromEntries(staffCovariates.map(({ id }) => [id, null]));
}

/** A draft before anything is answered. */
export function firstContent(given: {
  siteId: string | null;
  language: string;
  pseudonymId?: string | undefined;
}): DraftContent {
  return {
    answers: {},
    covariates: noCovariates(),
    siteId: given.siteId,
    siteIsGiven: given.siteId !== null,
    language: given.language,
    register: 'standard',
    completionMode: 'self',
    consentVersionId: null,
    linkHash: null,
    ...(given.pseudonymId === undefined ? {} : { pseudonymId: given.pseudonymId }),
  };
}
