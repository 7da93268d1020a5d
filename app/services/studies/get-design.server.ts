import type { Member } from '#db/actor.server.ts';
import { listPublishedVersions } from '#db/queries/instrument.server.ts';
import { listPanels } from '#db/queries/panel-set-up.server.ts';
import { listSites } from '#db/queries/site.server.ts';
import { listStudySites } from '#db/queries/study.server.ts';
import { isPilotLanguage } from '#surveys/model/publishable.ts';
import { textItemsOf } from '#surveys/model/text-items.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { declaredLanguages } from '../instruments/declared-languages.ts';
import { findWordsPanel } from './find-words-panel.server.ts';
import { readStudy } from './get-study-frame.server.ts';
import type { Transaction } from '#db/database.ts';

/** What a study can be made of: published versions with their languages, and sites. */
async function listChoices(tx: Transaction, member: Member) {
  const { organisationId } = member;
  const versions = await listPublishedVersions(tx, { organisationId });
  return {
    versions: versions.map(({ id, number, document }) => ({
      id,
      number,
      title: document.title,
      hasWords: textItemsOf(document).length > 0,
      languages: declaredLanguages(document).map((language) => ({
        language,
        isPilot: isPilotLanguage(document, language),
      })),
    })),
    sites: await listSites(tx, { organisationId }),
    panels: (await listPanels(tx, { organisationId }))
      .filter(({ state }) => state === 'open')
      .map(({ id, title }) => ({ id, title })),
  };
}

export async function getDesignChoices(member: Member) {
  authorise(member, 'studies.edit');
  return withActor(member, (tx) => listChoices(tx, member));
}

export async function getDesign(member: Member, { studyId }: { studyId: string }) {
  const { organisationId } = member;
  return readStudy(member, studyId, async (tx, study) => ({
    design: {
      title: study.title,
      instrumentVersionId: study.instrumentVersionId,
      instrument: { title: study.instrument.title, number: study.instrumentNumber },
      languages: study.languages,
      covariates: study.covariates,
      responseMode: study.responseMode,
      minimumCellSize: study.minimumCellSize,
      wordsPanelId: study.wordsPanelId,
      wordsPanel: await findWordsPanel(tx, member, study),
    },
    studySites: await listStudySites(tx, { organisationId, studyId }),
    choices: await listChoices(tx, member),
  }));
}
