import type { Member } from '#db/actor.server.ts';
import {
  countProgress,
  countUsedBallots,
  type ProgressCount,
} from '#db/queries/progress.server.ts';
import { listStudySites } from '#db/queries/study.server.ts';
import { listWaves } from '#db/queries/wave.server.ts';
import { withActor } from '../../database.server.ts';
import { readStudy } from './get-study-frame.server.ts';
import { releaseCounts, type ReleasedCount } from './release-counts.ts';

export type WaveProgress = {
  waveId: string;
  name: string;
  state: 'planned' | 'open' | 'closed';
  invited: number;
  started: ReleasedCount;
  complete: ReleasedCount;
  sites: {
    siteId: string;
    name: string;
    invited: number;
    started: ReleasedCount;
    complete: ReleasedCount;
  }[];
};

type Wave = Awaited<ReturnType<typeof listWaves>>[number];
type Site = { id: string; name: string };

const total = (rows: readonly ProgressCount[], of: 'invited' | 'underWay' | 'complete') =>
  rows.reduce((sum, row) => sum + row[of], 0);

/** Ballots count where they were ever used: a withdrawn one was begun too. */
function startedInWave(rows: readonly ProgressCount[], wave: Wave, usedBallots: number): number {
  return total(rows, 'underWay') + wave.abandoned + Math.max(usedBallots, total(rows, 'complete'));
}

function describeWave(
  wave: Wave,
  facts: { rows: ProgressCount[]; sites: Site[]; started: number; minimumCellSize: number },
): WaveProgress {
  const { rows, sites, minimumCellSize } = facts;
  const bySite = sites.map(({ id }) => rows.filter(({ siteId }) => siteId === id));
  const complete = releaseCounts(
    bySite.map((own) => total(own, 'complete')),
    { minimumCellSize, total: total(rows, 'complete') },
  );
  const started = releaseCounts(
    bySite.map((own) => total(own, 'underWay') + total(own, 'complete')),
    { minimumCellSize, total: facts.started },
  );
  const hidden: ReleasedCount = { shown: false, reason: 'below-minimum' };
  return {
    waveId: wave.id,
    name: wave.name,
    state: wave.state,
    invited: total(rows, 'invited'),
    started: started.total,
    complete: complete.total,
    sites: sites.map(({ id, name }, index) => ({
      siteId: id,
      name,
      invited: total(bySite[index] ?? [], 'invited'),
      started: started.groups[index] ?? hidden,
      complete: complete.groups[index] ?? hidden,
    })),
  };
}

/**
 * Invited, started and complete, wave by wave. Counted by the system, because nobody may look at
 * answers under way; a member of some sites is told about these alone.
 */
export async function getProgress(member: Member, { studyId }: { studyId: string }) {
  const { organisationId } = member;
  const page = await readStudy(member, studyId, async (tx, { minimumCellSize }) => ({
    minimumCellSize,
    sites: await listStudySites(tx, { organisationId, studyId }),
    waves: await listWaves(tx, { organisationId, studyId }),
  }));
  const { minimumCellSize, sites, waves } = page;
  const studyIds = [studyId];
  const counted = await withActor({ kind: 'system', organisationId }, async (tx) => ({
    rows: await countProgress(tx, { organisationId, studyIds }),
    used: await countUsedBallots(tx, { organisationId, studyIds }),
  }));
  const seesAll = member.siteIds === null;
  const isSeen = ({ siteId }: ProgressCount) => seesAll || sites.some((site) => site.id === siteId);
  const progress = waves.map((wave) => {
    const rows = counted.rows.filter((row) => row.waveId === wave.id && isSeen(row));
    const used = counted.used.find(({ waveId }) => waveId === wave.id)?.n ?? 0;
    const started = seesAll
      ? startedInWave(rows, wave, used)
      : total(rows, 'underWay') + total(rows, 'complete');
    return describeWave(wave, { rows, sites, started, minimumCellSize });
  });
  return { frame: page.frame, minimumCellSize, seesAllSites: seesAll, waves: progress };
}
