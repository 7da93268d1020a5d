import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findPanel } from '#db/queries/panel.server.ts';
import { listSites } from '#db/queries/site.server.ts';
import { listConsentVersions, listStudySites } from '#db/queries/study.server.ts';
import { listWaves } from '#db/queries/wave.server.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import type { Language } from '#surveys/model/languages.ts';
import {
  isPilotLanguage,
  publishingProblems,
  type PublishingProblem,
} from '#surveys/model/publishable.ts';
import { textItemsOf } from '#surveys/model/text-items.ts';
import { requireStudy } from './internal.server.ts';
import { isFieldable } from './response-modes.ts';

export type OpeningProblem =
  | {
      code:
        | 'instrument-not-published'
        | 'site-missing'
        | 'site-archived'
        | 'wave-missing'
        | 'response-mode'
        | 'words-panel-missing'
        | 'words-panel-unfit';
    }
  | { code: 'consent-missing'; language: Language }
  | { code: 'wording'; problem: PublishingProblem };

export type Readiness = {
  problems: OpeningProblem[];
  /** Languages whose wording no named person has checked: the study opens as a pilot. */
  pilotLanguages: Language[];
};

/**
 * Whoever answers in own words is read somewhere: in an open panel with a published policy, whose people see
 * every site of the study, for the words do not say from which one they come.
 */
async function wordsProblems(
  tx: Transaction,
  { organisationId }: Member,
  {
    instrument,
    wordsPanelId,
    siteIds,
  }: { instrument: Instrument; wordsPanelId: string | null; siteIds: readonly string[] },
): Promise<OpeningProblem[]> {
  if (textItemsOf(instrument).length === 0) return [];
  if (wordsPanelId === null) return [{ code: 'words-panel-missing' }];
  const panel = await findPanel(tx, { organisationId, panelId: wordsPanelId });
  const isRead = panel?.state === 'open' && panel.policyPublishedOn !== null;
  const isForAll = panel?.siteId === null || siteIds.every((id) => id === panel?.siteId);
  return isRead && isForAll ? [] : [{ code: 'words-panel-unfit' }];
}

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
      ...(await wordsProblems(tx, member, { ...study, siteIds: sites.map(({ id }) => id) })),
      ...unconsented.map((language) => ({ code: 'consent-missing' as const, language })),
      ...wording.map((problem) => ({ code: 'wording' as const, problem })),
    ],
    pilotLanguages: languages.filter((language) => isPilotLanguage(study.instrument, language)),
  };
}
