import type { Member } from '#db/actor.server.ts';
import { countPanelStarts } from '#db/queries/progress.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { getStudyFrame } from './get-study-frame.server.ts';

/**
 * The page on which a custodian opens one entry of a confidential study's key. No pseudonym is listed:
 * a list would say to the person how many have begun.
 */
export async function getPseudonymsPage(member: Member, { studyId }: { studyId: string }) {
  authorise(member, 'pseudonyms.open');
  const frame = await getStudyFrame(member, { studyId });
  if (!frame.mayOpenPseudonyms) throw new ServiceError('not-found');
  const { organisationId } = member;
  const starts = await withActor({ kind: 'system', organisationId }, (tx) =>
    countPanelStarts(tx, { organisationId, studyId }),
  );
  const panels = new Map(starts.map(({ panelId, title }) => [panelId, title]));
  return { frame, panels: [...panels].map(([id, title]) => ({ id, title })) };
}
