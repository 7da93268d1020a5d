import type { LevelReport, ReadinessReport } from '#analysis/report/readiness-report.ts';
import { findLatestRelease, findLatestResult } from '#db/queries/analysis-run.server.ts';
import { findResultsStudy } from '#db/queries/results-study.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { compute } from '../../jobs/worker-pool.server.ts';
import { summedLevels } from '../studies/released-count.ts';
import { readinessItems, readinessScales } from './build-readiness-input.ts';
import { collectResponses } from './collect-responses.server.ts';
import { confineReport } from './confine-report.ts';
import { idSet, type HasId } from './id-set.ts';
import { pickResponses } from './pick-responses.ts';
import type { Specification, WaveResult } from './specification.ts';
import { scopedReader, type Computed, type Controls, type TakenRun } from './taken-run.server.ts';

type Common = {
  report: Extract<ReadinessReport, { ok: true }>;
  has: HasId;
  kept: WaveResult['kept'];
};

/** What all sites together released; nothing where that is below the minimum. */
async function readCommon(run: TakenRun): Promise<Common | null> {
  const { organisationId } = run;
  const latest = await withActor({ kind: 'system', organisationId }, (tx) =>
    findLatestRelease(tx, { ...run, siteScope: '*' }),
  );
  const result = latest?.result as WaveResult | undefined;
  if (!latest || !result) throw new ServiceError('illegal-state', 'waves-not-ready');
  const { report, kept } = result;
  if (!report.ok) return null;
  return { report, has: idSet([latest.releasedIds]), kept };
}

/** The sites of the scope with the figures that everybody sees of them. */
function levelsOf({ report }: Common, siteIds: readonly string[]): LevelReport[] {
  const sites = report.dimensions.find(({ id }) => id === 'site');
  return (sites?.levels ?? []).filter(({ level }) => level !== null && siteIds.includes(level));
}

/**
 * One wave for readers of some sites. Nothing is decided here: what they see is, site by site, what
 * readers of all sites see, and a total over those of their sites that are shown. So readers of
 * different sites who lay their pages together learn sums of shown groups alone.
 */
export async function computeScopedWave(
  run: TakenRun,
  { waveId, minimumCellSize }: Extract<Specification, { kind: 'wave' }>,
  controls: Controls,
): Promise<Computed> {
  const { organisationId, studyId } = run;
  const common = await readCommon(run);
  const { study, all, latest } = await withActor(scopedReader(run), async (tx) => {
    const found = await findResultsStudy(tx, { organisationId, studyId });
    if (!found) throw new ServiceError('not-found');
    const newest = await findLatestResult(tx, run);
    const collected = await collectResponses(tx, organisationId, found, [waveId]);
    return { study: found, all: collected, latest: newest };
  });
  const levels = common ? levelsOf(common, run.siteScope.split(',')) : [];
  const summed = summedLevels(levels, common?.kept ?? {});
  const siteIds = new Set(summed.map(({ level }) => level));
  const sites = all.dimensions.find(({ id }) => id === 'site');
  const isSummed = sites?.levels.map((site) => siteIds.has(site)) ?? [];
  const included = Uint8Array.from({ length: all.n }, (_, row) => {
    const isIn = isSummed[sites?.index[row] ?? -1] === true;
    return isIn && common?.has(all.ids, row * 4) === true ? 1 : 0;
  });
  const rows = pickResponses(all, included);
  const report = await compute(
    'readiness-report',
    {
      items: readinessItems(study.instrument),
      scales: readinessScales(study.instrument),
      codes: rows.codes,
      dimensions: [],
      minimumCellSize,
    },
    controls,
  );
  return {
    result: {
      kind: 'wave',
      report: confineReport(report, { levels, summed }),
      waiting: 0,
      kept: {
        site: levels.flatMap(({ level }) => (common?.kept['site']?.includes(level) ? [level] : [])),
      },
      everShown: {},
    },
    releasedIds: rows.ids,
    predecessorId: latest?.id ?? null,
  };
}
