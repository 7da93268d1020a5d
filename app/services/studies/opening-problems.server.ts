import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listSites } from '#db/queries/site.server.ts';
import { listConsentVersions, listStudySites } from '#db/queries/study.server.ts';
import { listWaves } from '#db/queries/wave.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import {
  isPilotLanguage,
  publishingProblems,
  type PublishingProblem,
} from '#surveys/model/publishable.ts';
import { requireStudy } from './internal.server.ts';
import { isFieldable } from './response-modes.ts';

export type OpeningProblem =
  | {
      code:
        | 'instrument-not-published'
        | 'site-missing'
        | 'site-archived'
        | 'wave-missing'
        | 'response-mode';
    }
  | { code: 'consent-missing'; language: Language }
  | { code: 'wording'; problem: PublishingProblem };

export type Readiness = {
  problems: OpeningProblem[];
  /** Languages whose wording no named person has checked: the study opens as a pilot. */
  pilotLanguages: Language[];
};

/** What stands between a draft and its opening. */
export async function findReadiness(
  tx: Transaction,
  member: Member,
  studyId: string,
): Promise<Readiness> {
  const ofStudy = { organisationId: member.organisationId, studyId };
  const study = await requireStudy(tx, member, studyId);
  const languages = study.languages as Language[];
  const [consent] = await listConsentVersions(tx, ofStudy);
  const sites = await listStudySites(tx, ofStudy);
  const inUse = new Set((await listSites(tx, ofStudy)).map(({ id }) => id));
  const isArchived = sites.some(({ id }) => !inUse.has(id));
  const waves = await listWaves(tx, ofStudy);
  const unconsented = languages.filter((language) => !consent?.texts[language]?.trim());
  const wording = publishingProblems(study.instrument, languages);
  return {
    problems: [
      ...(study.instrumentState === 'published'
        ? []
        : [{ code: 'instrument-not-published' as const }]),
      ...(isFieldable(study.responseMode) ? [] : [{ code: 'response-mode' as const }]),
      ...(sites.length > 0 ? [] : [{ code: 'site-missing' as const }]),
      ...(isArchived ? [{ code: 'site-archived' as const }] : []),
      ...(waves.length > 0 ? [] : [{ code: 'wave-missing' as const }]),
      ...unconsented.map((language) => ({ code: 'consent-missing' as const, language })),
      ...wording.map((problem) => ({ code: 'wording' as const, problem })),
    ],
    pilotLanguages: languages.filter((language) => isPilotLanguage(study.instrument, language)),
  };
}
