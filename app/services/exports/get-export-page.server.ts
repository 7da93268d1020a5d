import type { Member } from '#db/actor.server.ts';
import { findResultsStudy } from '#db/queries/results-study.server.ts';
import { languageNames, languageSchema } from '../../i18n/locales.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { getSurroundings, type Surroundings } from '../results/get-surroundings.server.ts';
import { studyTitle } from '../results/present-frame.ts';
import type { Reader } from '../results/reader.server.ts';

export type ExportPage = {
  surroundings: Surroundings;
  study: { id: string; title: string };
  minimum: number;
  languages: { value: string; label: string }[];
};

export async function getExportPage(
  member: Member,
  reader: Reader,
  studyId: string,
): Promise<ExportPage> {
  authorise(member, 'responses.export');
  const { organisationId } = member;
  const study = await withActor(member, (tx) => findResultsStudy(tx, { organisationId, studyId }));
  if (!study) throw new ServiceError('not-found');
  return {
    surroundings: await getSurroundings(member, studyId),
    study: { id: study.id, title: studyTitle(reader, study) },
    minimum: study.minimumCellSize,
    languages: study.languages.flatMap((tag) => {
      const language = languageSchema.safeParse(tag);
      return language.success
        ? [{ value: language.data, label: languageNames[language.data] }]
        : [];
    }),
  };
}
