import type { Member } from '#db/actor.server.ts';
import { can } from '../../permissions.ts';
import { getStudyFrame, type StudyFrame } from '../studies/get-study-frame.server.ts';

/** What the head of a page about answers needs: the study, and what the reader may do with them. */
export type Surroundings = {
  header: StudyFrame;
  mayExport: boolean;
  mayImport: boolean;
};

export async function getSurroundings(member: Member, studyId: string): Promise<Surroundings> {
  const header = await getStudyFrame(member, { studyId });
  return {
    header,
    mayExport: can(member, 'responses.export'),
    mayImport: can(member, 'responses.import') && header.state !== 'closed',
  };
}
