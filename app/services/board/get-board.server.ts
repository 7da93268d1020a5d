import type { Member } from '#db/actor.server.ts';
import { listFieldedStudies } from '#db/queries/results-study.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';
import type { BoardReader } from './board-reader.server.ts';
import { presentBoardStudy, type BoardStudy } from './board-study.ts';
import { presentSites, presentSiteTrend } from './present-board-charts.ts';
import { getStudyView } from './study-view.server.ts';

export type BoardPage = {
  studies: (BoardStudy & { sites: { id: string; name: string }[] })[];
  maySeeResults: boolean;
};

/**
 * Every fielded study the reader may see: response, readiness by site, and what it does not tell. Newest
 * first, but a study that says nothing yet after those that do.
 */
export async function getBoard(member: Member, reader: BoardReader): Promise<BoardPage> {
  authorise(member, 'board.read');
  const { organisationId } = member;
  const fielded = await withActor(member, (tx) => listFieldedStudies(tx, { organisationId }));
  const studies = [];
  for (const { id } of fielded) {
    const view = await getStudyView(member, id);
    const charts = [...presentSites(reader, view), ...presentSiteTrend(reader, view)];
    studies.push({ ...presentBoardStudy(reader, view, charts), sites: view.study.sites });
  }
  const isSilent = ({ content }: BoardStudy) =>
    content === 'no-answers' || content === 'below-minimum';
  studies.sort((a, b) => Number(isSilent(a)) - Number(isSilent(b)));
  return { studies, maySeeResults: can(member, 'results.read') };
}
