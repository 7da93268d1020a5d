import type { Member } from '#db/actor.server.ts';
import { replaceStudySites, updateStudyDraft } from '#db/queries/study.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { followResponseMode } from './follow-response-mode.server.ts';
import { auditStudy, authoriseStudy, lockStudyIn } from './internal.server.ts';
import { checkDesign, type StudyDesign } from './study-design.server.ts';

/** Changes a draft; what respondents may have seen is never changed. */
export async function editStudy(
  member: Member,
  { studyId, ...study }: StudyDesign & { studyId: string },
): Promise<void> {
  await authoriseStudy(member, 'studies.edit', studyId);
  authorise(member, 'studies.edit', study.siteIds);
  const { siteIds, ...design } = study;
  const ofStudy = { organisationId: member.organisationId, studyId };
  await withActor(member, async (tx) => {
    await lockStudyIn(tx, member, { studyId, states: ['draft'] });
    await checkDesign(tx, member, study);
    if (!(await updateStudyDraft(tx, { ...ofStudy, ...design }))) {
      throw new ServiceError('conflict');
    }
    await followResponseMode(tx, ofStudy, design.responseMode);
    await replaceStudySites(tx, { ...ofStudy, siteIds });
    await auditStudy(tx, member, {
      action: 'study.edited',
      studyId,
      detail: { ...design, siteIds },
    });
  });
}
