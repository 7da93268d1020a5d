import { findFieldedStudy } from '#db/queries/fielded-study.server.ts';
import { findStudyLink } from '#db/queries/study-link.server.ts';
import { textItemsOf } from '#surveys/model/text-items.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { type Ballot } from './ballot.server.ts';
import { loadInstrument } from './load-instrument.server.ts';
import { frameOf, type SurveyFrame } from './read-ballot.server.ts';

export type PrivacyPage = SurveyFrame & {
  isLinked: boolean;
  hasPseudonym: boolean;
  /** Something is asked in own words. */
  hasWords: boolean;
  minimumCellSize: number;
  draftDays: number;
  retentionMonths: number;
};

/** What happens to the answers of a study, found by its open link or by the ballot at hand. */
export async function getPrivacyPage(input: {
  code: string;
  ballot: Ballot | null;
  wanted: readonly string[];
}): Promise<PrivacyPage> {
  const { code, ballot, wanted } = input;
  const found =
    ballot ?? (await withActor({ kind: 'public', key: code }, (tx) => findStudyLink(tx, { code })));
  if (!found) throw new ServiceError('not-found', 'survey-not-found');
  const { organisationId, studyId } = found;
  return withActor(
    { kind: 'respondent', organisationId, studyId, ballotHash: null },
    async (tx) => {
      const study = await findFieldedStudy(tx, { organisationId, studyId });
      if (!study) throw new ServiceError('not-found', 'survey-not-found');
      const { instrumentVersionId: versionId, contentHash } = study;
      const instrument = await loadInstrument(tx, { organisationId, versionId, contentHash });
      return {
        ...frameOf(study, wanted),
        isLinked: study.responseMode === 'anonymous-linked',
        hasPseudonym: study.responseMode === 'confidential',
        hasWords: textItemsOf(instrument).length > 0,
        minimumCellSize: study.minimumCellSize,
        draftDays: study.draftRetentionDays,
        retentionMonths: study.retentionMonths,
      };
    },
  );
}
