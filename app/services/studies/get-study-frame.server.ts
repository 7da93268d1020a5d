import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findStudy } from '#db/queries/study.server.ts';
import type { StudyState } from '#db/schema/study.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise, can } from '../../permissions.ts';
import { listAllSiteIds } from './internal.server.ts';
import { comesThroughPanel } from './response-modes.ts';

/** What the header of each page of a study says, and which pages the reader has. */
export type StudyFrame = {
  id: string;
  title: LocalText;
  state: StudyState;
  isPilot: boolean;
  /** At every site of the study. */
  mayEdit: boolean;
  maySeeInvitations: boolean;
  maySeeResults: boolean;
  /** Nobody is invited by a link or by mail: people of a panel answer from its page. */
  comesThroughPanel: boolean;
  mayOpenPseudonyms: boolean;
};

type Work<Result> = (
  tx: Transaction,
  study: NonNullable<Awaited<ReturnType<typeof findStudy>>>,
) => Promise<Result>;

/** Reads a study for one of its pages: `work` runs in the same transaction, as the member. */
export async function readStudy<Result>(
  member: Member,
  studyId: string,
  work: Work<Result>,
): Promise<Result & { frame: StudyFrame }> {
  authorise(member, 'studies.read');
  const siteIds = await listAllSiteIds(member, studyId);
  return withActor(member, async (tx) => {
    const study = await findStudy(tx, { organisationId: member.organisationId, studyId });
    if (!study) throw new ServiceError('not-found');
    const frame: StudyFrame = {
      id: study.id,
      title: study.title,
      state: study.state,
      isPilot: study.isPilot,
      mayEdit: can(member, 'studies.edit', siteIds),
      maySeeInvitations: can(member, 'invitations.read'),
      maySeeResults: can(member, 'results.read'),
      comesThroughPanel: comesThroughPanel(study.responseMode),
      mayOpenPseudonyms: comesThroughPanel(study.responseMode) && can(member, 'pseudonyms.open'),
    };
    return { ...(await work(tx, study)), frame };
  });
}

export async function getStudyFrame(
  member: Member,
  { studyId }: { studyId: string },
): Promise<StudyFrame> {
  return (await readStudy(member, studyId, () => Promise.resolve({}))).frame;
}
