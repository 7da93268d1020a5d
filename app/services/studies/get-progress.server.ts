import type { Member } from '#db/actor.server.ts';
import {
  countProgress,
  countUsedBallots,
  type ProgressCount,
} from '#db/queries/progress.server.ts';
import { listStudySites } from '#db/queries/study.server.ts';
import { listWaves } from '#db/queries/wave.server.ts';
import { withActor } from '../../database.server.ts';
import { ensureReleases, type WaveRelease } from '../results/ensure-wave-runs.server.ts';
import { countPanelPeople } from './count-panel-people.server.ts';
import { readStudy } from './get-study-frame.server.ts';
import {
  coarseCount,
  releasedCounts,
  type CoarseCount,
  type ReleasedCount,
} from './released-count.ts';

export type WaveProgress = {
  waveId: string;
  name: string;
  state: 'planned' | 'open' | 'closed';
  invited: number;
  /** Null for readers of some sites: it is counted for all sites together. */
  started: CoarseCount | null;
  complete: ReleasedCount;
  /** Complete of invited, in [0, 1]; null where not everybody was invited or not every site counts. */
  rate: number | null;
  /** Some of the answers were imported: nobody started them here. */
  hasImports: boolean;
  sites: { siteId: string; name: string; invited: number; complete: ReleasedCount }[];
};

type Wave = Awaited<ReturnType<typeof listWaves>>[number];
type Site = { id: string; name: string };

const total = (rows: readonly ProgressCount[], of: 'invited' | 'underWay' | 'complete') =>
  rows.reduce((sum, row) => sum + row[of], 0);

/** Ballots count where they were ever used: a withdrawn one was begun too. */
function startedInWave(rows: readonly ProgressCount[], wave: Wave, usedBallots: number): number {
  return total(rows, 'underWay') + wave.abandoned + Math.max(usedBallots, total(rows, 'complete'));
}

type Facts = {
  rows: readonly ProgressCount[];
  sites: readonly Site[];
  release: WaveRelease | undefined;
  started: CoarseCount | null;
};

/** Who was counted has started, where nothing was imported. */
function atLeast(started: CoarseCount, complete: ReleasedCount, hasImports: boolean): CoarseCount {
  if (hasImports || !complete.shown || !started.shown || started.n >= complete.n) return started;
  return { shown: true, n: complete.n, isAtLeast: true };
}

function describeWave(wave: Wave, { rows, sites, release, started }: Facts): WaveProgress {
  const siteIds = sites.map(({ id }) => id);
  const seesAll = started !== null;
  const counts = releasedCounts(release && release.result, { siteIds, seesAll });
  const invited = total(rows, 'invited');
  const { total: complete } = counts;
  const hasImports = release?.hasImports ?? false;
  const isRate = complete.shown && counts.isWhole && !hasImports && invited >= complete.n;
  return {
    waveId: wave.id,
    name: wave.name,
    state: wave.state,
    invited,
    started: started && atLeast(started, complete, hasImports),
    complete,
    rate: isRate ? complete.n / invited : null,
    hasImports,
    sites: sites.map(({ id, name }, index) => ({
      siteId: id,
      name,
      invited: total(
        rows.filter(({ siteId }) => siteId === id),
        'invited',
      ),
      complete: counts.sites[index] ?? { shown: false, reason: 'below-minimum' },
    })),
  };
}

/**
 * Invited, started and complete, wave by wave. Complete is what the results count, for every reader
 * and on every page: two decisions about the same small site would give it away. Who has started is
 * counted by the system, because nobody may look at answers under way, and said in steps.
 */
export async function getProgress(member: Member, { studyId }: { studyId: string }) {
  const { organisationId } = member;
  const page = await readStudy(member, studyId, async (tx, { minimumCellSize }) => ({
    minimumCellSize,
    sites: await listStudySites(tx, { organisationId, studyId }),
    waves: await listWaves(tx, { organisationId, studyId }),
  }));
  const { minimumCellSize, sites, waves } = page;
  const { seesWholeStudy, releases } = await ensureReleases(member, studyId);
  const studyIds = [studyId];
  const counted = await withActor({ kind: 'system', organisationId }, async (tx) => ({
    rows: await countProgress(tx, { organisationId, studyIds }),
    used: await countUsedBallots(tx, { organisationId, studyIds }),
  }));
  const isSeen = ({ siteId }: ProgressCount) =>
    seesWholeStudy || sites.some((site) => site.id === siteId);
  const progress = waves.map((wave) => {
    const rows = counted.rows.filter((row) => row.waveId === wave.id && isSeen(row));
    const used = counted.used.find(({ waveId }) => waveId === wave.id)?.n ?? 0;
    const release = releases.find(({ waveId }) => waveId === wave.id);
    const started = seesWholeStudy
      ? coarseCount(startedInWave(rows, wave, used), minimumCellSize)
      : null;
    return describeWave(wave, { rows, sites, release, started });
  });
  const panels =
    page.frame.comesThroughPanel && seesWholeStudy
      ? await countPanelPeople({ organisationId, studyId }, minimumCellSize)
      : [];
  const { frame } = page;
  return { frame, minimumCellSize, seesAllSites: seesWholeStudy, waves: progress, panels };
}
