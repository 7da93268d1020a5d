import type { Member } from '#db/actor.server.ts';
import { listFieldedStudies } from '#db/queries/results-study.server.ts';
import { listSites } from '#db/queries/site.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise, can } from '../../permissions.ts';
import { presentItems } from '../results/present-items.ts';
import { resultsOfGroup } from '../results/wave-view.server.ts';
import { suppressedText } from '../results/wording.ts';
import type { BoardReader } from './board-reader.server.ts';
import { presentBoardStudy, type BoardStudy } from './board-study.ts';
import { presentTrendAtSite } from './present-board-charts.ts';
import { getStudyView, siteDimension, type StudyView } from './study-view.server.ts';

export type SitePage = {
  site: { id: string; name: string };
  /** `hidden`: why the newest wave says nothing of this site. */
  studies: (BoardStudy & { hidden: string | null })[];
  maySeeResults: boolean;
};

function hiddenReason(reader: BoardReader, { study, newest }: StudyView, siteId: string) {
  if (!newest?.report) return null;
  const level = siteDimension(newest.report)?.levels.find(({ level }) => level === siteId);
  if (!level) return suppressedText(reader, 'below-minimum', study.minimumCellSize);
  const { respondents } = level;
  return respondents.shown
    ? null
    : suppressedText(reader, respondents.reason, study.minimumCellSize);
}

function chartsOfSite(reader: BoardReader, view: StudyView, site: SitePage['site']) {
  const { study, newest } = view;
  if (!newest?.report) return [];
  const { items, n } = resultsOfGroup(newest.report, { dimension: 'site', level: site.id });
  const frame = {
    group: site.name,
    wave: newest.wave.name,
    n: n === null ? '–' : reader.number(n, 0),
  };
  const bars = presentItems(reader, study, items, frame).map((chart) => ({
    ...chart,
    id: `${chart.id}-${study.id}`,
  }));
  return [...presentTrendAtSite(reader, view, site), ...bars];
}

/** On a site's page the study's own counts would be taken for the site's. */
function factsOfSite(reader: BoardReader, { study, newest }: StudyView, siteId: string) {
  const levels = siteDimension(newest?.report ?? null)?.levels ?? [];
  const respondents = levels.find(({ level }) => level === siteId)?.respondents;
  const counted = respondents?.shown
    ? [{ term: reader.board('facts.countedHere'), value: reader.number(respondents.n, 0) }]
    : [];
  const minimum = reader.number(study.minimumCellSize, 0);
  return [...counted, { term: reader.board('facts.minimum'), value: minimum }];
}

/** One site through every fielded study it takes part in. */
export async function getSite(
  member: Member,
  reader: BoardReader,
  siteId: string,
): Promise<SitePage> {
  authorise(member, 'board.read', [siteId]);
  const { organisationId } = member;
  const { site, fielded } = await withActor(member, async (tx) => ({
    site: (await listSites(tx, { organisationId })).find(({ id }) => id === siteId),
    fielded: await listFieldedStudies(tx, { organisationId }),
  }));
  if (!site) throw new ServiceError('not-found');
  const named = { id: site.id, name: site.name };
  const studies = [];
  for (const { id } of fielded) {
    const view = await getStudyView(member, id);
    if (!view.study.sites.some((own) => own.id === siteId)) continue;
    const hidden = hiddenReason(reader, view, siteId);
    const charts = hidden === null ? chartsOfSite(reader, view, named) : [];
    const facts = factsOfSite(reader, view, siteId);
    studies.push({ ...presentBoardStudy(reader, view, charts), facts, hidden });
  }
  return { site: named, studies, maySeeResults: can(member, 'results.read') };
}
