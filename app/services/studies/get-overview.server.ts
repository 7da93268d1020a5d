import type { Member } from '#db/actor.server.ts';
import { listStudyLinks } from '#db/queries/study-link.server.ts';
import { listStudySites } from '#db/queries/study.server.ts';
import { findWordsPanel } from './find-words-panel.server.ts';
import { findReadiness } from './opening-problems.server.ts';
import { getProgress } from './get-progress.server.ts';
import { readStudy } from './get-study-frame.server.ts';

/** The first page of a study: what is missing, how far it is, where people answer. */
export async function getOverview(member: Member, { studyId }: { studyId: string }) {
  const ofStudy = { organisationId: member.organisationId, studyId };
  const page = await readStudy(member, studyId, async (tx, study) => ({
    study: {
      languages: study.languages,
      covariates: study.covariates,
      responseMode: study.responseMode,
      minimumCellSize: study.minimumCellSize,
      wordsPanel: await findWordsPanel(tx, member, study),
      openedAt: study.openedAt,
      closedAt: study.closedAt,
      instrumentId: study.instrumentId,
      instrumentNumber: study.instrumentNumber,
      instrumentTitle: study.instrument.title,
    },
    sites: await listStudySites(tx, ofStudy),
    linkCount: (await listStudyLinks(tx, ofStudy)).length,
    readiness: study.state === 'draft' ? await findReadiness(tx, member, studyId) : null,
  }));
  const { waves } = await getProgress(member, { studyId });
  return { ...page, waves };
}
