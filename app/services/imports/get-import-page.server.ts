import type { Member } from '#db/actor.server.ts';
import { findResultsStudy } from '#db/queries/results-study.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { getSurroundings } from '../results/get-surroundings.server.ts';
import { studyTitle } from '../results/present-frame.ts';
import type { Reader } from '../results/reader.server.ts';

/** Whether a file may be uploaded, before one is. */
export async function getImportPage(member: Member, reader: Reader, studyId: string) {
  authorise(member, 'responses.import');
  const { organisationId } = member;
  const study = await withActor(member, (tx) => findResultsStudy(tx, { organisationId, studyId }));
  if (!study) throw new ServiceError('not-found');
  return {
    surroundings: await getSurroundings(member, studyId),
    study: { id: study.id, title: studyTitle(reader, study) },
    isClosed: study.state === 'closed',
  };
}
