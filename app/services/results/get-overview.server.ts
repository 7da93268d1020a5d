import type { Member } from '#db/actor.server.ts';
import type { Chart } from '../../components/charts/chart-types.ts';
import { getProgress } from '../studies/get-progress.server.ts';
import type { CoarseCount, ReleasedCount } from '../studies/released-count.ts';
import { frameOf } from './group-frame.ts';
import type { ResultsFilter } from './page-params.ts';
import { presentFrame, type ResultsFrame } from './present-frame.ts';
import { presentItems } from './present-items.ts';
import { presentScales } from './present-scales.ts';
import type { Reader } from './reader.server.ts';
import { suppressedText } from './wording.ts';
import { getWaveView, resultsOfGroup } from './wave-view.server.ts';

export type WaveParticipation = {
  wave: string;
  invited: string;
  started: string;
  complete: string;
  /** Complete of invited; null where people came by an open link, or not every site is counted. */
  rate: string | null;
};

export type OverviewPage = {
  frame: ResultsFrame;
  participation: { waves: WaveParticipation[]; seesAllSites: boolean; hasImports: boolean };
  charts: Chart[];
};

async function getParticipation(member: Member, reader: Reader, studyId: string) {
  const { waves, minimumCellSize, seesAllSites } = await getProgress(member, { studyId });
  const countText = (count: ReleasedCount | CoarseCount) => {
    if (count.shown) {
      const n = reader.number(count.n, 0);
      return 'isAtLeast' in count ? reader.t('participation.atLeast', { n }) : n;
    }
    return count.reason === 'counting'
      ? reader.t('participation.counting')
      : suppressedText(reader, count.reason, minimumCellSize);
  };
  // A wave that was never opened may hold imported answers.
  const begun = waves.filter(({ state, hasImports }) => state !== 'planned' || hasImports);
  return {
    seesAllSites,
    hasImports: begun.some(({ hasImports }) => hasImports),
    waves: begun.map(({ name, state, invited, started, complete, rate }) => ({
      wave: name,
      invited: reader.number(invited, 0),
      started: started && state !== 'planned' ? countText(started) : '–',
      complete: countText(complete),
      rate: rate === null ? null : reader.percent(100 * rate),
    })),
  };
}

/** Who took part, and the two pictures that say most. */
export async function getOverview(
  member: Member,
  reader: Reader,
  studyId: string,
  filter: ResultsFilter,
): Promise<OverviewPage> {
  const view = await getWaveView(member, { studyId, wave: filter.wave ?? 'newest' });
  const frame = presentFrame(reader, view, filter);
  const participation = await getParticipation(member, reader, studyId);
  if (!view.report) return { frame, participation, charts: [] };
  const { items, scales, n } = resultsOfGroup(view.report, filter.group);
  const words = frameOf(reader, frame, n);
  return {
    frame,
    participation,
    charts: [
      ...presentScales(reader, view.study, scales, words),
      ...presentItems(reader, view.study, items, words),
    ],
  };
}
